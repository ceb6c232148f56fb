import { ponder } from "ponder:registry";
import { swap, swapItem, swapRing } from "ponder:schema";
import type { Bundle } from "#domain/swap-order.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { toMinutes } from "#domain/units.ts";
import { memberTopic, tokenTopic } from "../topics.ts";
import { recordChange } from "./records/change.ts";
import { countDay, recordAct } from "./records/community-day.ts";
import { explainNonce } from "./records/nonce.ts";
import { logId, placeOf, timeOf, type Db, type LoggedEvent } from "./records/place.ts";

/** The order's nonce is used by the event right before. */
const NONCE_BACK = 1;

/** In a ring all orders are used up before a token moves: order, nonce, order. */
const RING_BACK = 2;

ponder.on("TimeSwap:Filled", async ({ event, context: { db } }) => {
  const { orderId, maker, payer, receiver, given, paid } = event.args;
  const id = logId(event);
  const at = timeOf(event);
  const givenMinutes = await recordBundle(db, id, "given", given);
  const paidMinutes = await recordBundle(db, id, "paid", paid);
  const ringId = await joinRing(db, event, givenMinutes);
  const parties = { orderId, maker, payer, receiver };
  await db.insert(swap).values({ id, ...parties, givenMinutes, paidMinutes, ringId, ...placeOf(event) });

  await explainNonce(db, event, NONCE_BACK, "swap");
  await countDay(db, at, { swaps: 1, swappedMinutes: givenMinutes });
  for (const side of [maker, payer]) await recordAct(db, side, at);
  const members = [maker, payer, receiver].map(memberTopic);
  await recordChange(db, event, [...members, ...[...given.ids, ...paid.ids].map(tokenTopic)]);
});

type Side = (typeof swapItem.$inferSelect)["side"];

/** @returns what the bundle is worth in minutes */
async function recordBundle(db: Db, swapId: string, side: Side, { ids, amounts }: Bundle): Promise<number> {
  const items = ids.map((tokenId, position) => {
    const amount = amounts[position] ?? 0n;
    return { swapId, side, position, tokenId, amount, minutes: toMinutes(amount, unpackTokenId(tokenId).unit) };
  });
  await db.insert(swapItem).values(items);
  return items.reduce((sum, { minutes }) => sum + minutes, 0);
}

/**
 * Puts an order into the ring of the one before it, where no token moved between the two.
 * @returns the ring's id, or null where the order stands alone as yet
 */
async function joinRing(db: Db, event: LoggedEvent, minutes: number): Promise<string | null> {
  const before = await db.find(swap, { id: logId(event, RING_BACK) });
  if (!before) return null;
  const { block, txHash, timestamp } = placeOf(event);
  const id = before.ringId ?? before.id;
  await db
    .insert(swapRing)
    .values({ id, orders: 2, minutes: before.givenMinutes + minutes, block, txHash, timestamp })
    .onConflictDoUpdate((ring) => ({ orders: ring.orders + 1, minutes: ring.minutes + minutes }));
  if (before.ringId === null) await db.update(swap, { id: before.id }).set({ ringId: id });
  return id;
}
