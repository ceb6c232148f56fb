import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, negotiateLocale } from "#web/i18n/locales.ts";
import { loadMessages } from "#web/i18n/messages.ts";
import { DEFAULT_TIME_ZONE, isTimeZone, TIME_ZONE_COOKIE } from "#web/i18n/time-zone.ts";

/** Language from the cookie, else from what the browser prefers; no prefix in the URL. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : negotiateLocale(head.get("accept-language"));
  const zone = jar.get(TIME_ZONE_COOKIE)?.value;
  return {
    locale,
    messages: await loadMessages(locale),
    timeZone: isTimeZone(zone) ? zone : DEFAULT_TIME_ZONE,
    now: new Date(),
  };
});
