import { issuer } from "ponder:schema";
import type { Address } from "viem";
import { countDay } from "./community-day.ts";
import type { Db } from "./place.ts";
import { markPromises } from "./promise-check.ts";
import type { PromiseColumn, PromiseDelta } from "./promise-delta.ts";
import { addTo } from "./sums.ts";

/**
 * Changes an issuer's promise record, and what its day counts of it. An issuer's first move is always a mint, so a new row starts at `at`.
 * @param at unix second
 */
export async function changePromises(db: Db, address: Address, delta: PromiseDelta, at: number): Promise<void> {
  await db
    .insert(issuer)
    .values({ ...NO_PROMISES, ...delta, address, since: at })
    .onConflictDoUpdate((row) => addTo<PromiseColumn>(row, delta));
  const { outstandingMinutes: _, inEscrowMinutes: __, ...counted } = delta;
  if (Object.keys(counted).length > 0) await countDay(db, at, counted);
  markPromises(address);
}

const NO_PROMISES = {
  mintedMinutes: 0,
  outstandingMinutes: 0,
  inEscrowMinutes: 0,
  redeemedMinutes: 0,
  forgivenMinutes: 0,
  withdrawnMinutes: 0,
  lapsedMinutes: 0,
} satisfies Record<PromiseColumn, number>;
