import type { Locale } from "#web/i18n/locales.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}
