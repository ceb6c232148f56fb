"use server";

import { revalidatePath } from "next/cache";
import type { Hex } from "viem";
import { exchangeContext } from "#web/features/exchange/context.ts";
import { keepRatingWords, sealRating } from "#web/features/rating/operations.ts";
import { ratingWordsSchema, sealRatingSchema } from "#web/features/rating/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { answer, type ActionResult } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

export async function keepRatingWordsAction(input: unknown): Promise<ActionResult<{ hash: Hex }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    return keepRatingWords(exchangeContext(), address, parseInput(ratingWordsSchema, input), now());
  });
}

export async function sealRatingAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(sealRatingSchema, input);
    await sealRating(exchangeContext(), address, parsed, now());
    revalidatePath(paths.deal(parsed.dealId));
  });
}
