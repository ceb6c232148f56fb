/** Something a person can mend, told in one sentence: it is shown without a stack. */
export class Failure extends Error {
  override name = "Failure";
}

/** Ends a command: one sentence for a {@link Failure}, the whole error for anything unforeseen. */
export function reportFailure(command: string, error: unknown): void {
  console.error(error instanceof Failure ? `${command}: ${error.message}` : error);
  process.exitCode = 1;
}

/** @returns what an error says of itself: its message, or its code, which is all that Node gives a refused connection */
export function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}
