import type { Locale } from "#web/i18n/locales.ts";

export type InstantStyle = "moment" | "clock" | "time" | "date" | "day" | "month" | "full";

/** How dates are written in each language: in English day before month and 24 hours, as most of the world reads. */
export const DATE_LOCALES: Record<Locale, string> = { en: "en-GB", es: "es-ES" };

const STYLES: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  moment: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  clock: { weekday: "short", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
  date: { weekday: "long", day: "numeric", month: "long" },
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  full: { dateStyle: "full", timeStyle: "long" },
};

/**
 * A point in time as text: "Tue 24 Nov, 18:00".
 * @param timeZone IANA name of the reader's zone
 */
export function formatInstant(
  date: Date,
  { locale, timeZone, style = "moment" }: { locale: Locale; timeZone: string; style?: InstantStyle | undefined },
): string {
  return new Intl.DateTimeFormat(DATE_LOCALES[locale], { ...STYLES[style], timeZone }).format(date);
}

/** A stretch of time as text, the day said once where it is the same: "Fri 27 Nov, 14:00–19:00". */
export function formatStretch(
  from: Date,
  to: Date,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): string {
  return new Intl.DateTimeFormat(DATE_LOCALES[locale], { ...STYLES.moment, timeZone }).formatRange(from, to);
}
