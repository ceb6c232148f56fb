import type { Address } from "viem";
import type { Terms } from "#domain/terms.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import type { Database } from "#web/db/client.ts";
import { isTimeTaken, readProposalBooking, type BookingRecord } from "#web/features/booking/queries.ts";
import { readPeople, type People } from "#web/features/people/queries.ts";
import { readDealTime } from "#web/features/deal/queries.ts";
import { listHoldings, readProposal, type ProposalRecord } from "#web/features/proposal/queries.ts";
import { termsOfProposal } from "#web/features/proposal/stored-proposal.ts";
import { toSeconds } from "#web/lib/clock.ts";

/** A proposal as one of its sides sees it. */
export type ProposalViewData = ProposalRecord & {
  viewer: "buyer" | "seller";
  terms: Terms | null;
  people: People;
  /** Unix seconds. */
  now: number;
  /** The payment is the buyer's own promise, minted when it is paid in. */
  mint: boolean;
  /** The buyer still has what the terms name. */
  payable: boolean;
  /** The slot in the seller's calendar; null where the time is free to choose. */
  booking: BookingRecord | null;
  /** Somebody else has that time by now. */
  taken: boolean;
};

/** @returns the proposal if `who` is a side of it, else null. */
export async function readProposalView(
  db: Database,
  who: Address,
  id: string,
  clock: Date,
): Promise<ProposalViewData | null> {
  const found = await readProposal(db, who, id, clock);
  if (!found) return null;
  const { row } = found;
  const terms = termsOfProposal(row);
  const [booking, now, held, people] = await Promise.all([
    readProposalBooking(db, id),
    readDealTime(db, clock),
    listHoldings(db, row.buyer),
    readPeople(db, [
      row.buyer,
      row.seller,
      ...(terms
        ? [terms.arbiter, terms.appealArbiter, ...terms.ids.map((tokenId) => unpackTokenId(tokenId).issuer)]
        : []),
    ]),
  ]);
  const holds = (terms?.ids ?? []).every((tokenId, index) => {
    const amount = held.find((holding) => holding.tokenId === tokenId)?.amount ?? 0n;
    return amount >= (terms?.amounts[index] ?? 0n);
  });
  const ownPromise =
    terms?.ids.length === 1 && terms.ids.every((tokenId) => unpackTokenId(tokenId).issuer === row.buyer);
  return {
    ...found,
    viewer: row.buyer === who ? "buyer" : "seller",
    terms,
    people,
    now,
    mint: !holds && ownPromise,
    payable: holds || ownPromise,
    booking,
    taken: booking !== null && (await isTaken(db, booking, clock)),
  };
}

function isTaken(db: Database, { id, seller, startsAt, endsAt }: BookingRecord, clock: Date): Promise<boolean> {
  const span = { from: toSeconds(startsAt), to: toSeconds(endsAt) };
  return isTimeTaken(db, { seller, span, without: id }, clock);
}
