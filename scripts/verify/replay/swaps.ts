import type { Bundle } from "#domain/swap-order.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { toMinutes } from "#domain/units.ts";
import type { ChainEvent } from "../events.ts";
import { keyOf, type Rows } from "../rows.ts";
import type { SwapRow } from "../rows/community.ts";
import { act } from "./acts.ts";
import { explainNonce } from "./consents.ts";
import type { Ledger } from "./ledger.ts";
import { addChange, memberTopic, tokenTopic } from "./timeline.ts";

/** Replays a filled order; other events are none of its business. */
export function replaySwap(ledger: Ledger, event: ChainEvent): void {
  if (event.eventName !== "Filled") return;
  const { orderId, maker, payer, receiver, given, paid } = event.args;
  const { block, logIndex, txHash, timestamp } = event;
  const id = `${txHash}-${logIndex}`;
  explainNonce(ledger, event, 1, "swap", maker);
  const givenMinutes = addItems(ledger, id, "given", given);
  const paidMinutes = addItems(ledger, id, "paid", paid);
  const parties = { orderId, maker, payer, receiver };
  const row = { id, ...parties, givenMinutes, paidMinutes, ringId: null, block, logIndex, txHash, timestamp };
  ledger.tables.swap.set(id, row);
  for (const side of [maker, payer]) act(ledger, side, timestamp);
  const tokens = [...given.ids, ...paid.ids].map(tokenTopic);
  addChange(ledger, event, [...[maker, payer, receiver].map(memberTopic), ...tokens]);
}

function addItems({ tables }: Ledger, swapId: string, side: Rows["swap_item"]["side"], bundle: Bundle): number {
  let sum = 0;
  for (const [position, tokenId] of bundle.ids.entries()) {
    const amount = bundle.amounts[position] ?? 0n;
    const minutes = toMinutes(amount, unpackTokenId(tokenId).unit);
    tables.swap_item.set(keyOf(swapId, side, position), { swapId, side, position, tokenId, amount, minutes });
    sum += minutes;
  }
  return sum;
}

/** Finds the rings: orders of one transaction with nothing but the next order's nonce between them. */
export function deriveRings({ tables }: Ledger): void {
  let ring: SwapRow[] = [];
  for (const row of [...tables.swap.values(), null]) {
    const last = ring.at(-1);
    if (last && row?.txHash === last.txHash && row.logIndex === last.logIndex + 2) {
      ring.push(row);
      continue;
    }
    if (ring.length > 1) addRing(tables.swap_ring, ring);
    ring = row ? [row] : [];
  }
}

function addRing(rings: Map<string, Rows["swap_ring"]>, swaps: readonly SwapRow[]): void {
  const [first] = swaps;
  if (!first) return;
  const { id, block, txHash, timestamp } = first;
  for (const row of swaps) row.ringId = id;
  const minutes = swaps.reduce((sum, { givenMinutes }) => sum + givenMinutes, 0);
  rings.set(id, { id, orders: swaps.length, minutes, block, txHash, timestamp });
}
