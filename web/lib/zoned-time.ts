import { Temporal } from "temporal-polyfill";

/**
 * An instant as an `<input type="datetime-local">` shows it.
 * @param seconds unix seconds
 * @param timeZone IANA name
 * @returns `2026-11-24T18:00`
 */
export function toLocalInput(seconds: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/**
 * Reads what was typed into such an input as a time in `timeZone`; where the clocks skip it, the moment after.
 * @returns unix seconds; null where it is no date and time
 */
export function fromLocalInput(value: string, timeZone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).epochMilliseconds / 1000;
  } catch {
    return null;
  }
}
