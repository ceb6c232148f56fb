import { issuer } from "ponder:schema";
import type { Address } from "viem";
import type { Db } from "./place.ts";

type IssuerRow = typeof issuer.$inferSelect;
/** Minutes to add to (or take from) an issuer's promise record. */
export type PromiseDelta = Partial<Record<Exclude<keyof IssuerRow, "address" | "since">, number>>;

/**
 * Changes an issuer's promise record. An issuer's first move is always a mint, so a new row starts at `at`.
 * @param at unix second
 */
export async function changePromises(db: Db, address: Address, delta: PromiseDelta, at: number): Promise<void> {
  await db
    .insert(issuer)
    .values({ ...NO_PROMISES, ...delta, address, since: at })
    .onConflictDoUpdate((row) => addMinutes(row, delta));
}

/**
 * What a plain move does to the promise record, before the event that follows says why: where it came from nothing it
 * counts as minted (a conversion or a renewal takes that back), where it went to nothing it is no longer outstanding.
 */
export function deltaOfMove(
  { from, to, minutes }: { from: "nothing" | "escrow" | "holder"; to: "nothing" | "escrow" | "holder"; minutes: number },
): PromiseDelta {
  const delta: PromiseDelta = {};
  if (from === "nothing") delta.mintedMinutes = minutes;
  if (from === "nothing" && to !== "nothing") delta.outstandingMinutes = minutes;
  if (from !== "nothing" && to === "nothing") delta.outstandingMinutes = -minutes;
  if (from !== to && from === "escrow") delta.inEscrowMinutes = -minutes;
  if (from !== to && to === "escrow") delta.inEscrowMinutes = minutes;
  return delta;
}

const NO_PROMISES = {
  mintedMinutes: 0,
  outstandingMinutes: 0,
  inEscrowMinutes: 0,
  redeemedMinutes: 0,
  forgivenMinutes: 0,
  withdrawnMinutes: 0,
  lapsedMinutes: 0,
} satisfies PromiseDelta;

function addMinutes(row: IssuerRow, delta: PromiseDelta): PromiseDelta {
  const sums: PromiseDelta = {};
  for (const column of Object.keys(delta) as (keyof PromiseDelta)[]) sums[column] = row[column] + (delta[column] ?? 0);
  return sums;
}
