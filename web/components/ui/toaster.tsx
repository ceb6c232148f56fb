"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Where toasts appear; raise one with `toast` from sonner. */
export function Toaster() {
  const t = useTranslations("ui.toast");
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      containerAriaLabel={t("label")}
      mobileOffset={{ bottom: "5rem", left: "1rem", right: "1rem" }}
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        style: {
          background: "var(--raised)",
          color: "var(--ink)",
          borderColor: "var(--line)",
          borderRadius: "0.75rem",
          boxShadow: "var(--float-shadow)",
          fontSize: "0.9375rem",
        },
        classNames: { description: "!text-soft", actionButton: "!bg-brand !text-on-brand !h-8 !rounded-lg" },
      }}
    />
  );
}
