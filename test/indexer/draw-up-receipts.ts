import { createPublicClient, http, type Hex } from "viem";
import { verifyReceipt } from "#domain/receipt/verify.ts";
import type { Receipt } from "#domain/receipt/format.ts";
import { connect } from "#web/db/client.ts";
import { readDealView, type DealView } from "#web/features/deal/deal-view.ts";
import { drawUpReceipt } from "#web/features/receipt/operations.ts";
import type { System } from "#web/lib/system.ts";
import type { IndexedChain } from "./indexed-chain.ts";

/** What a receipt proves of a deal beside what the index says of it. */
export type Reading = { outcome: unknown; sides: unknown; positions: unknown; ratings: unknown; timeline: unknown };

/** Draws up and checks the receipt of every closed deal. */
export async function drawUpReceipts({ world, rpcUrl, databaseUrl, pool }: IndexedChain) {
  const { rows } = await pool.query<{ id: Hex }>("select id from chain.deal where status = 'closed'");
  const { db, pool: own } = connect(databaseUrl);
  const chain = createPublicClient({ chain: world.chain, transport: http(rpcUrl) });
  const lower = (address: Hex) => address.toLowerCase() as Hex;
  const { escrow, ratingBook } = world.contracts;
  const system = { escrow: lower(escrow), ratingBook: lower(ratingBook), chainId: world.chain.id } as System;
  const drawn: { proven: Reading; indexed: Reading }[] = [];
  for (const { id } of rows) {
    const view = await readDealView(db, id, null, new Date());
    const { receipt } = await verifyReceipt(await drawUpReceipt(chain, system, view!));
    drawn.push({ proven: readReceipt(receipt), indexed: readIndex(view!) });
  }
  await own.end();
  return drawn;
}

function readReceipt({ claims, dealId }: Receipt): Reading {
  const { outcome, bySilence, closedAt, feeTo, amendedTo } = claims;
  const ofTimeline = claims.events.filter(
    ({ name, args }) => !["Rated", "Replied", "SlotTaken"].includes(name) && args["dealId"] === dealId,
  );
  return {
    outcome: { outcome, bySilence, closedAt, feeTo, amendedTo },
    sides: [claims.terms.buyer, claims.terms.seller, claims.terms.brief, claims.terms.deliverBy],
    positions: claims.shares,
    ratings: claims.ratings.map(({ rater, stars, comment, reply }) => ({ rater, stars, comment, reply })).sort(byRater),
    timeline: ofTimeline.map(({ block, transaction }) => [block, transaction]),
  };
}

function readIndex({ row, payment, ratings, events }: DealView): Reading {
  const { outcome, bySilence, closedAt, feeTo, amendedTo } = row;
  return {
    outcome: { outcome, bySilence, closedAt, feeTo, amendedTo },
    sides: [row.buyer, row.seller, row.brief, row.deliverBy],
    positions:
      outcome === "amended"
        ? []
        : payment.map(({ dealId: _, position: __, amount: ___, tokenId, ...share }) => ({
            ...share,
            tokenId: String(tokenId),
          })),
    ratings: ratings.map(({ rater, stars, comment, reply }) => ({ rater, stars, comment, reply })).sort(byRater),
    timeline: events.map(({ block, txHash }) => [block, txHash]),
  };
}

function byRater(a: { rater: string }, b: { rater: string }): number {
  return a.rater < b.rater ? -1 : 1;
}
