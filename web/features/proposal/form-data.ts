import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { creditLine } from "#domain/credit-line.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { issuer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { readOpenCalendar } from "#web/features/availability/queries.ts";
import { readPeople } from "#web/features/people/queries.ts";
import type { ProposalFormProps } from "#web/features/proposal/proposal-form.tsx";
import { buffersOf } from "#web/features/proposal/listing-buffers.ts";
import { type ListingFacts, listArbiters, listHoldings } from "#web/features/proposal/queries.ts";

type FormData = Pick<ProposalFormProps, "arbiters" | "holdings" | "creditLeft" | "people" | "calendar">;

type Sides = {
  buyer: Address;
  seller: Address;
  viewer: "buyer" | "seller";
  /** The proposal that is answered: the slot it holds is its own to choose. */
  proposalId?: string;
  /** What is booked; null where it is gone. */
  listing: ListingFacts | null;
};

/**
 * Everything the form chooses from. What the buyer holds is read only for the buyer.
 * @param now unix seconds
 */
export async function readFormData(
  db: Database,
  { buyer, seller, viewer, proposalId, listing }: Sides,
  now: number,
): Promise<FormData> {
  const paying = viewer === "buyer";
  const [arbiters, holdings, creditLeft, calendar] = await Promise.all([
    listArbiters(db, [buyer, seller]),
    paying ? listHoldings(db, buyer) : [],
    paying ? readCreditLeft(db, buyer, now) : 0,
    readOpenCalendar(db, seller, {
      now: new Date(now * 1000),
      without: proposalId,
      buffers: buffersOf(listing, seller),
    }),
  ]);
  const issuers = holdings.map(({ tokenId }) => unpackTokenId(tokenId).issuer);
  return { arbiters, holdings, creditLeft, calendar, people: await readPeople(db, [buyer, seller, ...issuers]) };
}

/** @returns minutes `address` may still promise. */
async function readCreditLeft(db: Database, address: Address, now: number): Promise<number> {
  const [record] = await db
    .select({
      outstanding: issuer.outstandingMinutes,
      redeemedMinutes: issuer.redeemedMinutes,
      since: issuer.since,
    })
    .from(issuer)
    .where(eq(issuer.address, address));
  if (!record) return creditLine({ redeemedMinutes: 0, since: 0, now });
  return creditLine({ ...record, now }) - record.outstanding;
}
