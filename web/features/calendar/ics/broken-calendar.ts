import { AppError } from "#web/lib/errors.ts";

/** What can be wrong with a line; each has its sentence in `calendar.import.problem`. */
export type LineProblem =
  "start" | "end" | "line" | "nesting" | "twice" | "date" | "order" | "duration" | "zone" | "rule" | "tooOften";

/** @returns the refusal of a file that cannot be read, naming the line at fault, counted from 1 */
export function brokenCalendar(problem: LineProblem, line: number): AppError {
  return new AppError("calendar_broken", { fields: { file: problem, line: String(line) } });
}
