"use server";

import { revalidatePath } from "next/cache";
import type { Hex } from "viem";
import type { Terms } from "#domain/terms.ts";
import { draftAmendment, dropConsent, keepConsent, keepDealWords } from "#web/features/deal/operations.ts";
import { amendmentDraftSchema, consentSchema, dealWordsSchema, dropConsentSchema } from "#web/features/deal/schema.ts";
import { exchangeContext } from "#web/features/exchange/context.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { answer, type ActionResult } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

export async function keepDealWordsAction(input: unknown): Promise<ActionResult<{ hash: Hex }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    return keepDealWords(exchangeContext(), address, parseInput(dealWordsSchema, input), now());
  });
}

export async function draftAmendmentAction(input: unknown): Promise<ActionResult<Terms>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    return draftAmendment(exchangeContext(), address, parseInput(amendmentDraftSchema, input), now());
  });
}

export async function keepConsentAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(consentSchema, input);
    await keepConsent(exchangeContext(), address, parsed, now());
    revalidatePath(paths.deal(parsed.dealId));
  });
}

export async function dropConsentAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(dropConsentSchema, input);
    await dropConsent(exchangeContext(), address, parsed);
    revalidatePath(paths.deal(parsed.dealId));
  });
}
