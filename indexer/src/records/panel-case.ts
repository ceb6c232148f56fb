import type { panel } from "ponder:schema";
import { panelCase, panelMember, panelShare, panelVote } from "ponder:schema";
import { canBeBooked, canBeVote, panelRuling } from "#domain/panel.ts";
import type { Address, Hex } from "viem";
import { paymentOf, type DealRow } from "./deal.ts";
import { timeOf, type Db, type LoggedEvent } from "./place.ts";

export type PanelRow = typeof panel.$inferSelect;
type CaseRow = typeof panelCase.$inferSelect;

/** What one member says of a deal; no minutes to step back. */
export type Vote = { member: Address; sellerMinutes: readonly bigint[] | null; reasons: Hex | null };

/**
 * Takes a member's vote, and decides the case where it was the last one needed.
 * @returns false where no panel would have taken the vote
 */
export async function recordVote(
  db: Db,
  event: LoggedEvent,
  { address, threshold }: PanelRow,
  deal: DealRow,
  { member, sellerMinutes, reasons }: Vote,
): Promise<boolean> {
  const at = { panel: address, dealId: deal.id };
  const isSeated = (await db.find(panelMember, { panel: address, member })) !== null;
  const before = (await db.find(panelCase, at)) ?? { ...at, ...NEW_CASE };
  if (!isSeated || before.decision !== null || !(await fits(db, deal, sellerMinutes))) return false;
  const votedAt = timeOf(event);
  const minutes = sellerMinutes?.map(Number) ?? null;
  const row = { ...at, member, sellerMinutes: minutes, reasons, txHash: event.transaction.hash, votedAt };
  if (!(await db.insert(panelVote).values(row).onConflictDoNothing())) return false;

  const voters = minutes ? [...before.voters, member] : before.voters;
  const recusals = minutes ? before.recusals : before.recusals + 1;
  const said = { voters, recusals, ...(await decide(db, { ...before, voters, recusals }, threshold, votedAt)) };
  await db
    .insert(panelCase)
    .values({ ...before, ...said })
    .onConflictDoUpdate(said);
  return true;
}

/**
 * Books a fee for the counted voters.
 * @returns false where no panel would have booked it
 */
export async function recordFee(
  db: Db,
  { address }: PanelRow,
  dealId: Hex,
  { id: tokenId, each, extra }: { id: bigint; each: bigint; extra: bigint },
): Promise<boolean> {
  const decided = await db.find(panelCase, { panel: address, dealId });
  if (decided?.decision !== "ruling") return false;
  const shares = decided.voters.map((member, index) => ({ member, part: index === 0 ? each + extra : each }));
  for (const { member, part } of shares) {
    const key = { panel: address, dealId, member, tokenId };
    const booked = (await db.find(panelShare, key))?.booked ?? 0n;
    if (!canBeBooked(booked, part)) return false;
    await db
      .insert(panelShare)
      .values({ ...key, booked: part, withdrawn: 0n })
      .onConflictDoUpdate({ booked: booked + part });
  }
  return true;
}

/**
 * Takes a member's part out of a panel's books.
 * @returns false where there is not so much due to them
 */
export async function recordWithdrawal(
  db: Db,
  key: { panel: Address; dealId: Hex; member: Address; tokenId: bigint },
  amount: bigint,
): Promise<boolean> {
  const share = await db.find(panelShare, key);
  if (!share || amount > share.booked - share.withdrawn) return false;
  await db.update(panelShare, key).set({ withdrawn: share.withdrawn + amount });
  return true;
}

const NEW_CASE: Omit<CaseRow, "panel" | "dealId"> = {
  voters: [],
  recusals: 0,
  decision: null,
  decidedAt: null,
  ruling: null,
};

async function fits(db: Db, deal: DealRow, sellerMinutes: readonly bigint[] | null): Promise<boolean> {
  if (sellerMinutes === null) return true;
  const pot = (await paymentOf(db, deal.id)).map(({ minutes }) => minutes);
  return canBeVote(pot, deal.arbiterFeeBps, sellerMinutes);
}

async function decide(
  db: Db,
  { panel: address, dealId, voters, recusals }: CaseRow,
  threshold: number,
  decidedAt: number,
): Promise<Partial<CaseRow>> {
  if (recusals === threshold) return { decision: "recusal", decidedAt };
  if (voters.length !== threshold) return {};
  const votes: number[][] = [];
  for (const member of voters) {
    const vote = await db.find(panelVote, { panel: address, dealId, member });
    votes.push(vote?.sellerMinutes ?? []);
  }
  return { decision: "ruling", decidedAt, ruling: panelRuling(votes) };
}
