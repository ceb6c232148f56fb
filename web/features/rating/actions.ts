"use server";

import { revalidatePath } from "next/cache";
import type { Hex } from "viem";
import { database } from "#web/db/client.ts";
import { keepRatingWords, sealRating, type RatingContext } from "#web/features/rating/operations.ts";
import { ratingWordsSchema, sealRatingSchema } from "#web/features/rating/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { answer, type ActionResult } from "#web/lib/action-result.ts";
import { chainReader } from "#web/lib/chain.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function keepRatingWordsAction(input: unknown): Promise<ActionResult<{ hash: Hex }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    return keepRatingWords(context(), address, parseInput(ratingWordsSchema, input), now());
  });
}

export async function sealRatingAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(sealRatingSchema, input);
    await sealRating(context(), address, parsed, now());
    revalidatePath(paths.deal(parsed.dealId));
  });
}

function context(): RatingContext {
  return { db: database(), chain: chainReader(), system: system() };
}
