import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../failure.ts";

export interface Patience {
  /** Gives up, with the signal's reason, once it is aborted. */
  signal: AbortSignal;
  timeoutMs?: number;
  everyMs?: number;
}

/**
 * Asks again and again until the answer is yes; a question that fails is a no.
 * @param what as it begins the sentence "… was not ready after 60 seconds."
 * @throws Failure after the given time
 */
export async function waitUntil(
  what: string,
  ask: () => boolean | Promise<boolean>,
  patience: Patience,
): Promise<void> {
  const { signal, timeoutMs = 60_000, everyMs = 25 } = patience;
  const deadline = Date.now() + timeoutMs;
  while (!(await isYes(ask))) {
    signal.throwIfAborted();
    if (Date.now() > deadline)
      throw new Failure(`${what} was not ready after ${Math.round(timeoutMs / 1000)} seconds.`);
    await sleep(everyMs);
  }
}

async function isYes(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch {
    return false;
  }
}
