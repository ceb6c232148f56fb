/** Postgres' code for a second row where only one may be. */
const UNIQUE_VIOLATION = "23505";

/** Whether `error` says that the unique constraint `name` would have been broken. */
export function isUniqueViolation(error: unknown, name: string): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && cause.code === UNIQUE_VIOLATION && "constraint" in cause) return cause.constraint === name;
  }
  return false;
}
