"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { TimeZoneKeeper } from "#web/components/shell/time-zone-keeper.tsx";
import { Toaster } from "#web/components/ui/toaster.tsx";

/** What every component may count on: theme, nonce, the viewer's time zone, toasts. */
export function Providers({
  nonce,
  timeZone,
  children,
}: {
  nonce: string | undefined;
  /** The zone this page was written in. */
  timeZone: string;
  children: ReactNode;
}) {
  return (
    <CSPProvider {...(nonce === undefined ? {} : { nonce })}>
      <ThemeProvider
        attribute="data-theme"
        defaultTheme="system"
        disableTransitionOnChange
        {...(nonce === undefined ? {} : { nonce })}
      >
        <TimeZoneKeeper rendered={timeZone} />
        {children}
        <Toaster />
      </ThemeProvider>
    </CSPProvider>
  );
}
