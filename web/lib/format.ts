import { splitMinutes } from "#domain/units.ts";

/** The sentences of `common.amount`. */
export type AmountTranslator = (key: "hours" | "minutes" | "both", values: Record<string, number>) => string;

/**
 * An amount of time as people say it: "1 h 30 min", "45 min", "12 h".
 * @param minutes whole, not negative
 */
export function formatMinutes(t: AmountTranslator, minutes: number): string {
  const { hours, minutes: rest } = splitMinutes(minutes);
  if (hours === 0) return t("minutes", { minutes: rest });
  if (rest === 0) return t("hours", { hours });
  return t("both", { hours, minutes: rest });
}

/** An address or hash short enough to compare by eye: "0x1234…abcd". */
export function shortenHex(value: string): string {
  return value.length > 12 ? `${value.slice(0, 6)}…${value.slice(-4)}` : value;
}
