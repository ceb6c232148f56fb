import { type Refusal, toRefusal } from "#web/lib/errors.ts";

/** What a server action answers: errors thrown across that border would lose their code. */
export type ActionResult<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/**
 * Runs an operation for a server action.
 * @throws only faults; refusals are answered
 */
export async function answer<Value>(operation: () => Promise<Value>): Promise<ActionResult<Value>> {
  try {
    return { ok: true, value: await operation() };
  } catch (error) {
    const refusal = toRefusal(error);
    if (!refusal) throw error;
    return { ok: false, refusal };
  }
}
