"use server";

import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { deleteSearch, markSeen, renameSearch, saveSearch } from "#web/features/saved-search/operations.ts";
import { savedSearchIdSchema, savedSearchSchema, seenUntilSchema } from "#web/features/saved-search/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

/** @returns the new search's id */
export async function saveSearchAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const saved = await saveSearch(database(), address, parseInput(savedSearchSchema, input), now());
    revalidatePath(paths.searches());
    return saved;
  });
}

export async function renameSearchAction(id: unknown, input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const { name } = parseInput(savedSearchSchema.pick({ name: true }), input);
    await renameSearch(database(), address, parseInput(savedSearchIdSchema, id), name);
    revalidatePath(paths.searches());
  });
}

export async function deleteSearchAction(id: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await deleteSearch(database(), address, parseInput(savedSearchIdSchema, id));
    revalidatePath(paths.searches());
  });
}

/** The owner looks at what a search has found until then. */
export async function markSeenAction(id: unknown, until: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await markSeen(database(), address, parseInput(savedSearchIdSchema, id), parseInput(seenUntilSchema, until));
    revalidatePath(paths.searches());
  });
}
