import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * Counts times named and found, and the time it takes.
 * @throws AppError `calendar_too_large` where it is too much of either
 */
export type Spend = (times: number) => void;

/** @returns what is called before and after each piece of work, so that no file keeps the server to itself */
export function startBudget(): Spend {
  const deadline = performance.now() + IMPORT_LIMITS.milliseconds;
  let spent = 0;
  return (times) => {
    spent += times;
    if (spent > IMPORT_LIMITS.times || performance.now() > deadline) throw tooLarge("repeats");
  };
}

export function tooLarge(what: "events" | "repeats"): AppError {
  return new AppError("calendar_too_large", { fields: { file: what } });
}
