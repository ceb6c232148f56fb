import type { Address, Hex, PublicClient } from "viem";
import type { DealOutcome, DealStatus } from "#domain/deal-state.ts";
import { readStoredDeal } from "#domain/deal-state.ts";
import { timeEscrowAbi } from "#domain/generated/abi.ts";
import type { Verdict } from "#web/features/explorer/verdict.ts";

/** What both sides must say alike of a deal. */
export type DealStanding = { dealId: Hex; status: DealStatus; outcome: DealOutcome | null; since: number };

/**
 * Looks deals up in the escrow itself.
 * @param block the index's newest; the node's newest where there is none
 * @returns the verdict on each, by its id
 */
export async function checkDeals(
  chain: Pick<PublicClient, "readContract">,
  escrow: Address,
  deals: readonly DealStanding[],
  block: number | null,
): Promise<Record<Hex, Verdict>> {
  const at = block === null ? {} : { blockNumber: BigInt(block) };
  const verdicts = deals.map(async ({ dealId, ...index }) => {
    const stored = await chain
      .readContract({ ...at, address: escrow, abi: timeEscrowAbi, functionName: "dealOf", args: [dealId] })
      .catch(() => null);
    return [dealId, stored ? verdictOn(index, readStoredDeal(stored, null)) : "unanswered"] as const;
  });
  return Object.fromEntries(await Promise.all(verdicts));
}

function verdictOn(index: Omit<DealStanding, "dealId">, node: ReturnType<typeof readStoredDeal>): Verdict {
  const same = node?.status === index.status && node.outcome === index.outcome && node.since === index.since;
  return same ? "equal" : "different";
}
