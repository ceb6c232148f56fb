"use server";

import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { answerRing } from "#web/features/ring/operations.ts";
import { ringAnswerSchema } from "#web/features/ring/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

export async function answerRingAction(id: unknown, said: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await answerRing(database(), address, parseInput(ringAnswerSchema, { id, answer: said }), now());
    revalidatePath(paths.matches());
  });
}
