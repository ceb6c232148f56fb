/** Postgres' code for a second row where only one may be. */
const UNIQUE_VIOLATION = "23505";

/** Postgres' code for a row that overlaps another where none may. */
const EXCLUSION_VIOLATION = "23P01";

/** Whether `error` says that the unique constraint `name` would have been broken. */
export function isUniqueViolation(error: unknown, name: string): boolean {
  return isViolation(error, UNIQUE_VIOLATION, name);
}

/** Whether `error` says that the exclusion constraint `name` would have been broken. */
export function isExclusionViolation(error: unknown, name: string): boolean {
  return isViolation(error, EXCLUSION_VIOLATION, name);
}

function isViolation(error: unknown, code: string, name: string): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === code && "constraint" in cause) return cause.constraint === name;
  }
  return false;
}
