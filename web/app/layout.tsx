import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { fontVariables } from "#web/app/fonts.ts";
import { Footer } from "#web/components/shell/footer.tsx";
import { Header } from "#web/components/shell/header.tsx";
import { PhoneNavigation } from "#web/components/shell/phone-navigation.tsx";
import { Providers } from "#web/components/shell/providers.tsx";
import { SkipLink } from "#web/components/shell/skip-link.tsx";
import { HeadStatus } from "#web/features/head/head-status.tsx";
import { HeadWarning } from "#web/features/head/head-warning.tsx";
import { Bell } from "#web/features/inbox/bell.tsx";
import { AccountMenu } from "#web/features/session/account-menu.tsx";
import { AccountScope } from "#web/features/session/account-scope.tsx";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("tagline"),
    applicationName: t("name"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf7f0" },
    { media: "(prefers-color-scheme: dark)", color: "#15120f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, timeZone, head] = await Promise.all([getLocale(), getTimeZone(), headers()]);
  return (
    <html lang={locale} className={fontVariables} suppressHydrationWarning>
      <body className="flex flex-col">
        <NextIntlClientProvider>
          <Providers nonce={head.get("x-nonce") ?? undefined} timeZone={timeZone}>
            <AccountScope>
              <SkipLink />
              <Header
                account={
                  <>
                    <Bell />
                    <AccountMenu />
                  </>
                }
              />
              <main id="content" tabIndex={-1} className="grow outline-none">
                <HeadWarning />
                {children}
              </main>
              <Footer status={<HeadStatus />} />
              <PhoneNavigation />
            </AccountScope>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
