import { useLocale } from "next-intl";
import { DATE_LOCALES } from "#web/lib/format-instant.ts";

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** @returns the names of the weekdays in the reader's language, Monday first */
export function useWeekdayNames(): string[] {
  const format = new Intl.DateTimeFormat(DATE_LOCALES[useLocale()], { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, index) => format.format(MONDAY + index * DAY_MS));
}
