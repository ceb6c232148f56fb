"use server";

import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { blockMember, unblockMember } from "#web/features/blocking/operations.ts";
import { blockSchema } from "#web/features/blocking/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";

/** Blocks a member for whoever is signed in. */
export async function blockAction(input: unknown): Promise<ActionResult<null>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await blockMember(database(), address, parseInput(blockSchema, input).address, now());
    revalidatePath("/", "layout");
    return null;
  });
}

/** Lifts a block of whoever is signed in. */
export async function unblockAction(input: unknown): Promise<ActionResult<null>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await unblockMember(database(), address, parseInput(blockSchema, input).address);
    revalidatePath("/", "layout");
    return null;
  });
}
