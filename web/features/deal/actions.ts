"use server";

import { revalidatePath } from "next/cache";
import type { Hex } from "viem";
import type { Terms } from "#domain/terms.ts";
import { database } from "#web/db/client.ts";
import {
  draftAmendment,
  dropConsent,
  keepConsent,
  keepDealWords,
  type DealContext,
} from "#web/features/deal/operations.ts";
import { amendmentDraftSchema, consentSchema, dealWordsSchema, dropConsentSchema } from "#web/features/deal/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { answer, type ActionResult } from "#web/lib/action-result.ts";
import { chainReader } from "#web/lib/chain.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";
import { system } from "#web/lib/system.ts";

export async function keepDealWordsAction(input: unknown): Promise<ActionResult<{ hash: Hex }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    return keepDealWords(context(), address, parseInput(dealWordsSchema, input), now());
  });
}

export async function draftAmendmentAction(input: unknown): Promise<ActionResult<Terms>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    return draftAmendment(context(), address, parseInput(amendmentDraftSchema, input), now());
  });
}

export async function keepConsentAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(consentSchema, input);
    await keepConsent(context(), address, parsed, now());
    revalidatePath(paths.deal(parsed.dealId));
  });
}

export async function dropConsentAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(dropConsentSchema, input);
    await dropConsent(context(), address, parsed);
    revalidatePath(paths.deal(parsed.dealId));
  });
}

function context(): DealContext {
  return { db: database(), chain: chainReader(), system: system() };
}
