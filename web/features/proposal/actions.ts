"use server";

import { revalidatePath } from "next/cache";
import { exchangeContext } from "#web/features/exchange/context.ts";
import { counterProposal, endProposal, propose, signProposal } from "#web/features/proposal/agree.ts";
import { prepareFunding } from "#web/features/proposal/payment.ts";
import { counterSchema, proposalIdSchema, proposeSchema, signSchema } from "#web/features/proposal/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { answer, type ActionResult } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

export async function proposeAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const created = await propose(exchangeContext(), address, parseInput(proposeSchema, input), now());
    revalidatePath(paths.deals());
    return created;
  });
}

export async function counterAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(counterSchema, input);
    await counterProposal(exchangeContext(), address, parsed, now());
    revalidatePath(paths.proposal(parsed.proposalId));
  });
}

export async function signAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const parsed = parseInput(signSchema, input);
    await signProposal(exchangeContext(), address, parsed, now());
    revalidatePath(paths.proposal(parsed.proposalId));
  });
}

/** Right before the buyer pays: the slot is made sure of. */
export async function prepareFundingAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const { proposalId } = parseInput(proposalIdSchema, input);
    await prepareFunding(exchangeContext(), address, proposalId, now());
  });
}

/** The proposer withdraws, the other side declines. */
export async function endAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const { proposalId } = parseInput(proposalIdSchema, input);
    await endProposal(exchangeContext(), address, proposalId, now());
    revalidatePath(paths.proposal(proposalId));
  });
}
