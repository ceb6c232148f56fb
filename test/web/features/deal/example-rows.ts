import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Address, Hex } from "viem";
import { dealId, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { deal, dealPayment } from "#indexer/ponder.schema.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import type { System } from "#web/lib/system.ts";

export const NOW = new Date("2026-11-22T12:00:00Z");
export const SECONDS = NOW.getTime() / 1000;
export const DAY = 86_400;

export const SYSTEM: System = {
  chainId: 31337,
  escrow: `0x${"e1".repeat(20)}`,
  token: `0x${"e2".repeat(20)}`,
  forwarder: `0x${"e3".repeat(20)}`,
  offerBook: `0x${"e5".repeat(20)}`,
  ratingBook: `0x${"e4".repeat(20)}`,
  arbiterRegistry: `0x${"e6".repeat(20)}`,
  swap: `0x${"e7".repeat(20)}`,
};

/** The contracts above, and a chain on which nobody has a contract for a wallet. */
export function exampleContext(db: NodePgDatabase): ExchangeContext {
  const chain = { getCode: () => Promise.resolve(undefined), call: () => Promise.reject(new Error("no code")) };
  return { db, system: SYSTEM, chain };
}

/** Two hours between two people, an arbiter and one for the appeal; the slot is open now. */
export function exampleTerms(buyer: Address, seller: Address): Terms {
  return {
    buyer,
    seller,
    arbiter: `0x${"a1".repeat(20)}`,
    appealArbiter: `0x${"a2".repeat(20)}`,
    ids: [packTokenId({ issuer: seller, unit: "hour", expiry: 0 })],
    amounts: [2n],
    acceptBy: SECONDS - DAY,
    deliverFrom: SECONDS - 3_600,
    deliverBy: SECONDS + DAY,
    reviewWindow: 3 * DAY,
    rulingWindow: 5 * DAY,
    appealWindow: 3 * DAY,
    arbiterFeeBps: 500,
    silenceSellerBps: 5_000,
    brief: `0x${"b0".repeat(32)}`,
    salt: `0x${"50".repeat(32)}`,
  };
}

/** Writes the deal of `terms` as the indexer would have. @returns its id */
export async function insertDeal(
  db: NodePgDatabase,
  terms: Terms,
  values: Partial<typeof deal.$inferInsert>,
): Promise<Hex> {
  const id = dealId(terms, SYSTEM);
  const { ids, amounts, ...flat } = terms;
  await db.insert(deal).values({
    id,
    ...flat,
    origin: id,
    status: "active",
    outcome: null,
    since: terms.deliverFrom,
    rateable: false,
    bySilence: false,
    defaulted: false,
    minutes: 120,
    ruling: null,
    openedAt: SECONDS - 2 * DAY,
    openedTx: `0x${"77".repeat(32)}`,
    openedBlock: 7,
    ...values,
  });
  await db.insert(dealPayment).values(
    ids.map((tokenId, position) => ({
      dealId: id,
      position,
      tokenId,
      amount: amounts[position] ?? 0n,
      minutes: 120,
    })),
  );
  return id;
}
