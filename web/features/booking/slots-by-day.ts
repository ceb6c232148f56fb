import { Temporal } from "temporal-polyfill";

/** Starts by the day they fall on in `timeZone`, `2026-11-24`; days and starts in their order. */
export function slotsByDay(starts: readonly number[], timeZone: string): Map<string, number[]> {
  const days = new Map<string, number[]>();
  for (const start of starts) {
    const day = Temporal.Instant.fromEpochMilliseconds(start * 1000)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toString();
    const slots = days.get(day);
    if (slots) slots.push(start);
    else days.set(day, [start]);
  }
  return days;
}
