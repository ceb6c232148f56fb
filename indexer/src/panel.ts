import { ponder } from "ponder:registry";
import { deal, panel, panelListingVote, panelMember } from "ponder:schema";
import { canBePanel } from "#domain/panel.ts";
import { isPlainPanelLog, type RawLog } from "#domain/panel-log.ts";
import type { Address, Hex } from "viem";
import { dealTopic, memberTopic, tokenTopic, type Topic } from "../topics.ts";
import { recordChange } from "./records/change.ts";
import { recordAct } from "./records/community-day.ts";
import type { DealRow } from "./records/deal.ts";
import { recordFee, recordVote, recordWithdrawal, type PanelRow, type Vote } from "./records/panel-case.ts";
import { timeOf, type Db, type LoggedEvent } from "./records/place.ts";

// These events come from any address there is: what no panel would say is left out (docs/decisions/0030).

type PanelEvent = LoggedEvent & { log: RawLog & { address: Address } };

ponder.on("ArbiterPanel:Seated", async ({ event, context: { db } }) => {
  const { threshold } = event.args;
  const address = event.log.address;
  const members = event.args.members.map((member): Address => member.toLowerCase() as Address);
  if (!isPlainPanelLog("Seated", event.args, event.log) || !canBePanel(members, threshold)) return;
  const { hash: txHash } = event.transaction;
  const row = { address, threshold: Number(threshold), seats: members.length, txHash, seatedAt: timeOf(event) };
  if (!(await db.insert(panel).values(row).onConflictDoNothing())) return;
  await db.insert(panelMember).values(members.map((member, seat) => ({ panel: address, member, seat })));
  await recordChange(db, event, [address, ...members].map(memberTopic));
});

ponder.on("ArbiterPanel:Voted", async ({ event, context: { db } }) => {
  const { dealId, member, sellerMinutes, reasons } = event.args;
  if (!isPlainPanelLog("Voted", event.args, event.log)) return;
  await takeVote(db, event, dealId, { member, sellerMinutes, reasons });
});

ponder.on("ArbiterPanel:RecusalVoted", async ({ event, context: { db } }) => {
  const { dealId, member } = event.args;
  if (!isPlainPanelLog("RecusalVoted", event.args, event.log)) return;
  await takeVote(db, event, dealId, { member, sellerMinutes: null, reasons: null });
});

ponder.on("ArbiterPanel:ListingVoted", async ({ event, context: { db } }) => {
  const { member, profile, feeBps, available } = event.args;
  const address = event.log.address;
  if (!isPlainPanelLog("ListingVoted", event.args, event.log)) return;
  if (!(await db.find(panelMember, { panel: address, member }))) return;
  const said = { profile, feeBps, available, votedAt: timeOf(event) };
  await db
    .insert(panelListingVote)
    .values({ panel: address, member, ...said })
    .onConflictDoUpdate(said);
  await recordMember(db, event, member, []);
});

ponder.on("ArbiterPanel:FeeBooked", async ({ event, context: { db } }) => {
  const { dealId, id } = event.args;
  if (!isPlainPanelLog("FeeBooked", event.args, event.log)) return;
  const heard = await hear(db, event, dealId);
  if (!heard || !(await recordFee(db, heard.panel, dealId, event.args))) return;
  await recordChange(db, event, [dealTopic(dealId), memberTopic(event.log.address), tokenTopic(id)]);
});

ponder.on("ArbiterPanel:FeeWithdrawn", async ({ event, context: { db } }) => {
  const { dealId, member, id, amount } = event.args;
  const key = { panel: event.log.address, dealId, member, tokenId: id };
  if (!isPlainPanelLog("FeeWithdrawn", event.args, event.log)) return;
  if (!(await recordWithdrawal(db, key, amount))) return;
  await recordMember(db, event, member, [dealTopic(dealId), tokenTopic(id)]);
});

async function takeVote(db: Db, event: PanelEvent, dealId: Hex, vote: Vote): Promise<void> {
  const heard = await hear(db, event, dealId);
  if (!heard || !(await recordVote(db, event, heard.panel, heard.deal, vote))) return;
  await recordMember(db, event, vote.member, [dealTopic(dealId)]);
}

/** @returns who speaks and of what; null where it is no panel, or the deal is none of its */
async function hear(
  db: Db,
  { log: { address } }: PanelEvent,
  dealId: Hex,
): Promise<{ panel: PanelRow; deal: DealRow } | null> {
  const speaker = await db.find(panel, { address });
  const row = speaker && (await db.find(deal, { id: dealId }));
  if (!row || (row.arbiter !== address && row.appealArbiter !== address)) return null;
  return { panel: speaker, deal: row };
}

async function recordMember(db: Db, event: PanelEvent, member: Address, topics: Topic[]): Promise<void> {
  await recordAct(db, member, timeOf(event));
  await recordChange(db, event, [memberTopic(event.log.address), memberTopic(member), ...topics]);
}
