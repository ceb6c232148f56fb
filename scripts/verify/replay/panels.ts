import type { Address, Hex } from "viem";
import { canBeBooked, canBePanel, canBeVote, panelRuling } from "#domain/panel.ts";
import type { ChainEvent, EventNamed } from "../events.ts";
import { keyOf, type Rows } from "../rows.ts";
import { act } from "./acts.ts";
import type { Ledger } from "./ledger.ts";
import { potOf } from "./payments.ts";
import { addChange, dealTopic, memberTopic, tokenTopic } from "./timeline.ts";

/** Replays what a panel says, as far as a panel can say it; other events are none of its business. */
export function replayPanel(ledger: Ledger, event: ChainEvent): void {
  switch (event.eventName) {
    case "Seated":
      return replaySeating(ledger, event);
    case "Voted": {
      const { sellerMinutes, reasons } = event.args;
      return replayVote(ledger, event, { sellerMinutes, reasons });
    }
    case "RecusalVoted":
      return replayVote(ledger, event, { sellerMinutes: null, reasons: null });
    case "ListingVoted": {
      const { member, profile, feeBps, available } = event.args;
      const { emitter: panel, timestamp: votedAt } = event;
      if (!ledger.tables.panel_member.has(keyOf(panel, member))) return;
      const row = { panel, member, profile, feeBps, available, votedAt };
      ledger.tables.panel_listing_vote.set(keyOf(panel, member), row);
      return tellMember(ledger, event, member, []);
    }
    case "FeeBooked":
      return replayFee(ledger, event);
    case "FeeWithdrawn": {
      const { dealId, member, id, amount } = event.args;
      const share = ledger.tables.panel_share.get(keyOf(event.emitter, dealId, member, id));
      if (!share || share.withdrawn + amount > share.booked) return;
      share.withdrawn += amount;
      return tellMember(ledger, event, member, [dealTopic(dealId), tokenTopic(id)]);
    }
  }
}

function replaySeating({ tables, ...ledger }: Ledger, event: EventNamed<"Seated">): void {
  const { members, threshold } = event.args;
  const { emitter: address, txHash, timestamp } = event;
  if (tables.panel.has(address) || !canBePanel(members, threshold)) return;
  const seats = members.length;
  tables.panel.set(address, { address, threshold: Number(threshold), seats, txHash, seatedAt: timestamp });
  for (const [seat, member] of members.entries()) {
    tables.panel_member.set(keyOf(address, member), { panel: address, member, seat });
  }
  addChange({ tables, ...ledger }, event, [address, ...members].map(memberTopic));
}

type Said = { sellerMinutes: readonly bigint[] | null; reasons: Hex | null };

function replayVote(
  ledger: Ledger,
  event: EventNamed<"Voted" | "RecusalVoted">,
  { sellerMinutes, reasons }: Said,
): void {
  const { tables } = ledger;
  const { emitter: panel, txHash, timestamp } = event;
  const { dealId, member } = event.args;
  const voteKey = keyOf(panel, dealId, member);
  const threshold = thresholdFor(ledger, panel, dealId);
  const case_ = tables.panel_case.get(keyOf(panel, dealId)) ?? newCase(panel, dealId);
  const isTaken = tables.panel_member.has(keyOf(panel, member)) && !tables.panel_vote.has(voteKey);
  if (threshold === null || !isTaken || case_.decision !== null) return;
  const bps = tables.deal.get(dealId)?.arbiterFeeBps ?? 0;
  if (sellerMinutes && !canBeVote(potOf(ledger, dealId), bps, sellerMinutes)) return;

  const minutes = sellerMinutes && sellerMinutes.map(Number);
  const row = { panel, dealId, member, sellerMinutes: minutes, reasons, txHash, votedAt: timestamp };
  tables.panel_vote.set(voteKey, row);
  if (minutes) case_.voters.push(member);
  else case_.recusals += 1;
  decide(ledger, case_, threshold, timestamp);
  tables.panel_case.set(keyOf(panel, dealId), case_);
  tellMember(ledger, event, member, [dealTopic(dealId)]);
}

/** @returns how many votes decide; null where this is no panel, or none of the deal's */
function thresholdFor({ tables }: Ledger, address: Address, dealId: Hex): number | null {
  const deal = tables.deal.get(dealId);
  const isAsked = deal !== undefined && [deal.arbiter, deal.appealArbiter].includes(address);
  return isAsked ? (tables.panel.get(address)?.threshold ?? null) : null;
}

function decide({ tables }: Ledger, case_: Rows["panel_case"], threshold: number, at: number): void {
  const { panel, dealId, voters, recusals } = case_;
  if (recusals === threshold) Object.assign(case_, { decision: "recusal", decidedAt: at });
  if (voters.length !== threshold) return;
  const votes = voters.map((member) => tables.panel_vote.get(keyOf(panel, dealId, member))?.sellerMinutes ?? []);
  Object.assign(case_, { decision: "ruling", decidedAt: at, ruling: panelRuling(votes) });
}

function replayFee(ledger: Ledger, event: EventNamed<"FeeBooked">): void {
  const { panel_case: cases, panel_share: shares } = ledger.tables;
  const { dealId, id: tokenId, each, extra } = event.args;
  const { emitter: panel } = event;
  const case_ = cases.get(keyOf(panel, dealId));
  if (thresholdFor(ledger, panel, dealId) === null || case_?.decision !== "ruling") return;
  const parts = case_.voters.map((member, index) => {
    const key = keyOf(panel, dealId, member, tokenId);
    const share = shares.get(key) ?? { panel, dealId, member, tokenId, booked: 0n, withdrawn: 0n };
    return { key, share, part: index === 0 ? each + extra : each };
  });
  if (!parts.every(({ share, part }) => canBeBooked(share.booked, part))) return;
  for (const { key, share, part } of parts) shares.set(key, { ...share, booked: share.booked + part });
  addChange(ledger, event, [dealTopic(dealId), memberTopic(panel), tokenTopic(tokenId)]);
}

function newCase(panel: Address, dealId: Hex): Rows["panel_case"] {
  return { panel, dealId, voters: [], recusals: 0, decision: null, decidedAt: null, ruling: null };
}

function tellMember(ledger: Ledger, event: ChainEvent, member: Address, topics: readonly string[]): void {
  act(ledger, member, event.timestamp);
  addChange(ledger, event, [memberTopic(event.emitter), memberTopic(member), ...topics]);
}
