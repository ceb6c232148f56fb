import { ponder } from "ponder:registry";
import { epoch, forwardedCall, offerSlot, operatorApproval } from "ponder:schema";
import type { Address } from "viem";
import { dealTopic, memberTopic } from "../topics.ts";
import { recordChange } from "./records/change.ts";
import { recordAct } from "./records/community-day.ts";
import { dealOf } from "./records/deal.ts";
import { recordNonce } from "./records/nonce.ts";
import { logId, timeOf, type Db, type LoggedEvent } from "./records/place.ts";

// The deal opened by the event before.
ponder.on("OfferBook:SlotTaken", async ({ event, context: { db } }) => {
  const { offerHash, slot, dealId } = event.args;
  const { buyer, seller } = await dealOf(db, dealId);
  const { hash: txHash } = event.transaction;
  await db.insert(offerSlot).values({ offerHash, slot, dealId, buyer, seller, txHash, takenAt: timeOf(event) });
  await recordChange(db, event, [dealTopic(dealId), memberTopic(buyer), memberTopic(seller)]);
});

ponder.on("TimeToken:NonceUsed", ({ event, context: { db } }) => recordNonce(db, event, "token"));
ponder.on("TimeEscrow:NonceUsed", ({ event, context: { db } }) => recordNonce(db, event, "escrow"));
ponder.on("OfferBook:NonceUsed", ({ event, context: { db } }) => recordNonce(db, event, "offer_book"));
ponder.on("TimeSwap:NonceUsed", ({ event, context: { db } }) => recordNonce(db, event, "swap"));

ponder.on("OfferBook:EpochRaised", async ({ event, context: { db } }) => {
  await recordEpoch(db, event, { book: "offer_book", owner: event.args.seller, epoch: event.args.epoch });
});

ponder.on("TimeSwap:EpochRaised", async ({ event, context: { db } }) => {
  await recordEpoch(db, event, { book: "swap", owner: event.args.maker, epoch: event.args.epoch });
});

ponder.on("TimeToken:ApprovalForAll", async ({ event, context: { db } }) => {
  const { account: owner, operator, approved } = event.args;
  const change = { approved, txHash: event.transaction.hash, changedAt: timeOf(event) };
  await db
    .insert(operatorApproval)
    .values({ owner, operator, ...change })
    .onConflictDoUpdate(change);
  await recordOwn(db, event, owner);
});

ponder.on("Forwarder:ExecutedForwardRequest", async ({ event, context: { db } }) => {
  const { hash: txHash } = event.transaction;
  await db.insert(forwardedCall).values({ id: logId(event), ...event.args, txHash, timestamp: timeOf(event) });
  await recordOwn(db, event, event.args.signer);
});

type Raised = { book: "offer_book" | "swap"; owner: Address; epoch: bigint };

async function recordEpoch(db: Db, event: LoggedEvent, raised: Raised): Promise<void> {
  const change = { epoch: raised.epoch, txHash: event.transaction.hash, raisedAt: timeOf(event) };
  await db
    .insert(epoch)
    .values({ ...raised, ...change })
    .onConflictDoUpdate(change);
  await recordOwn(db, event, raised.owner);
}

/** What concerns nobody but who did it. */
async function recordOwn(db: Db, event: LoggedEvent, who: Address): Promise<void> {
  await recordAct(db, who, timeOf(event));
  await recordChange(db, event, [memberTopic(who)]);
}
