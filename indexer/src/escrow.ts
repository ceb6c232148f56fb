import { ponder } from "ponder:registry";
import { deal, evidence } from "ponder:schema";
import { isNobody } from "#domain/address.ts";
import { dealTopic } from "../topics.ts";
import { recordClosing, recordLapse } from "./records/closing.ts";
import { countDay } from "./records/community-day.ts";
import { closerOf, dealOf, openDeal, outcomeAt, rolesOf, statusAt } from "./records/deal.ts";
import { countDeal, countMember } from "./records/member.ts";
import { moveId, relabelMove } from "./records/move.ts";
import { explainNonce } from "./records/nonce.ts";
import { logId, timeOf } from "./records/place.ts";
import { recordStep, roleTopics } from "./records/timeline.ts";
import { recordTurn } from "./records/turn.ts";

ponder.on("TimeEscrow:Opened", async ({ event, context: { db } }) => {
  const { dealId, buyer, terms } = event.args;
  const status = statusAt(event.args.status);
  const row = await openDeal(db, event, dealId, terms, { status, before: null });
  // The payment's own event came right before, in the same call.
  for (const position of terms.ids.keys()) await relabelMove(db, moveId(event, { back: 1, position }), { dealId });
  for (const role of rolesOf(row)) await countMember(db, role, row.openedAt);
  if (status === "active") await countDeal(db, row, row.openedAt);
  await countDay(db, row.openedAt, { openedDeals: 1 });
  await recordStep(db, event, { dealId, kind: "opened", by: buyer, data: { status }, topics: roleTopics(row) });
});

ponder.on("TimeEscrow:Accepted", async ({ event, context: { db } }) => {
  const { dealId } = event.args;
  const at = timeOf(event);
  const row = await db.update(deal, { id: dealId }).set({ status: "active", acceptedAt: at });
  await countDeal(db, row, at);
  await recordStep(db, event, { dealId, kind: "accepted", by: row.seller, topics: roleTopics(row) });
});

// Terms that never opened a deal: the index knows no more of them than this.
ponder.on("TimeEscrow:Voided", async ({ event, context: { db } }) => {
  const { dealId, by } = event.args;
  await recordStep(db, event, { dealId, kind: "voided", by });
});

ponder.on("TimeEscrow:Amended", async ({ event, context: { db } }) => {
  const { dealId, newDealId, newTerms } = event.args;
  const at = timeOf(event);
  const before = await dealOf(db, dealId);
  const next = await openDeal(db, event, newDealId, newTerms, { status: "active", before });
  await db
    .update(deal, { id: dealId })
    .set({ status: "closed", outcome: "amended", since: at, closedAt: at, amendedTo: newDealId });
  const topics = [dealTopic(newDealId), ...roleTopics(next)];
  await recordStep(db, event, { dealId, kind: "amended", data: { newDealId }, topics });
});

ponder.on("TimeEscrow:Delivered", async ({ event, context: { db } }) => {
  const { dealId } = event.args;
  const at = timeOf(event);
  const row = await db
    .update(deal, { id: dealId })
    .set({ status: "delivered", since: at, deliveredAt: at, rateable: true });
  await recordStep(db, event, { dealId, kind: "delivered", by: row.seller, topics: roleTopics(row) });
});

ponder.on("TimeEscrow:Disputed", async ({ event, context: { db } }) => {
  const { dealId } = event.args;
  const at = timeOf(event);
  const row = await db.update(deal, { id: dealId }).set({ status: "disputed", since: at, disputedAt: at });
  for (const party of [row.buyer, row.seller]) await countMember(db, party, at, { disputedDeals: 1 });
  await countDay(db, at, { disputedDeals: 1 });
  await recordTurn(db, event, row, { kind: "disputed" });
  await recordStep(db, event, { dealId, kind: "disputed", by: row.buyer, topics: roleTopics(row) });
});

ponder.on("TimeEscrow:Evidence", async ({ event, context: { db } }) => {
  const { dealId, by, contentHash } = event.args;
  const row = await dealOf(db, dealId);
  await db.insert(evidence).values({ id: logId(event), dealId, by, contentHash, timestamp: timeOf(event) });
  await recordStep(db, event, { dealId, kind: "evidence", by, data: { contentHash }, topics: roleTopics(row) });
});

// Only a first ruling that can be appealed stays; any other is paid at once, and `Closed` follows.
ponder.on("TimeEscrow:Ruled", async ({ event, context: { db } }) => {
  const { dealId, arbiter, reasons } = event.args;
  const at = timeOf(event);
  const sellerMinutes = event.args.sellerMinutes.map(Number);
  const row = await dealOf(db, dealId);
  const appealable = arbiter === row.arbiter && !isNobody(row.appealArbiter);
  const stands = appealable ? { status: "ruled" as const, since: at, ruling: sellerMinutes } : {};
  await db.update(deal, { id: dealId }).set({ ruledAt: at, ...stands });
  await recordTurn(db, event, row, { kind: "ruled", arbiter, ruling: sellerMinutes, reasons });
  const data = { sellerMinutes, reasons };
  await recordStep(db, event, { dealId, kind: "ruled", by: arbiter, data, topics: roleTopics(row) });
});

// Where there is nobody left to rule, `Closed` follows.
ponder.on("TimeEscrow:Recused", async ({ event, context: { db } }) => {
  const { dealId, arbiter } = event.args;
  const row = await dealOf(db, dealId);
  if (arbiter === row.arbiter && !isNobody(row.appealArbiter)) {
    await db.update(deal, { id: dealId }).set({ status: "escalated", since: timeOf(event) });
  }
  await recordTurn(db, event, row, { kind: "recused", arbiter });
  await recordStep(db, event, { dealId, kind: "recused", by: arbiter, topics: roleTopics(row) });
});

ponder.on("TimeEscrow:Appealed", async ({ event, context: { db } }) => {
  const { dealId, by } = event.args;
  const row = await db.update(deal, { id: dealId }).set({ status: "escalated", since: timeOf(event) });
  await recordTurn(db, event, row, { kind: "appealed" });
  await recordStep(db, event, { dealId, kind: "appealed", by, topics: roleTopics(row) });
});

ponder.on("TimeEscrow:Conceded", async ({ event, context: { db } }) => {
  const { dealId, by } = event.args;
  await recordStep(db, event, { dealId, kind: "conceded", by, topics: roleTopics(await dealOf(db, dealId)) });
});

ponder.on("TimeEscrow:Closed", async ({ event, context: { db } }) => {
  const { dealId, bySilence, feeTo } = event.args;
  const outcome = outcomeAt(event.args.outcome);
  const sellerMinutes = event.args.sellerMinutes.map(Number);
  const { before, after } = await recordClosing(db, event, { dealId, outcome, bySilence, feeTo, sellerMinutes });
  // A settlement's own nonce is used by the event right before.
  if (outcome === "settled") await explainNonce(db, event, 1, "settlement");
  const data = { outcome, bySilence, feeTo: after.feeTo, sellerMinutes };
  await recordStep(db, event, { dealId, kind: "closed", by: closerOf(before, after), data, topics: roleTopics(after) });
});

ponder.on("TimeEscrow:Lapsed", async ({ event, context: { db } }) => {
  const { dealId, id, amount } = event.args;
  const row = await dealOf(db, dealId);
  await recordLapse(db, dealId, id);
  const data = { id: String(id), amount: String(amount) };
  await recordStep(db, event, { dealId, kind: "lapsed", data, topics: roleTopics(row) });
});
