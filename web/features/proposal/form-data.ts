import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { creditLine } from "#domain/credit-line.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { issuer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { readPeople } from "#web/features/people/queries.ts";
import type { ProposalFormProps } from "#web/features/proposal/proposal-form.tsx";
import { listArbiters, listHoldings } from "#web/features/proposal/queries.ts";

type FormData = Pick<ProposalFormProps, "arbiters" | "holdings" | "creditLeft" | "people">;

/**
 * Everything the form chooses from. What the buyer holds is read only for the buyer.
 * @param now unix seconds
 */
export async function readFormData(
  db: Database,
  { buyer, seller, viewer }: { buyer: Address; seller: Address; viewer: "buyer" | "seller" },
  now: number,
): Promise<FormData> {
  const paying = viewer === "buyer";
  const [arbiters, holdings, creditLeft] = await Promise.all([
    listArbiters(db, [buyer, seller]),
    paying ? listHoldings(db, buyer) : [],
    paying ? readCreditLeft(db, buyer, now) : 0,
  ]);
  const issuers = holdings.map(({ tokenId }) => unpackTokenId(tokenId).issuer);
  return { arbiters, holdings, creditLeft, people: await readPeople(db, [buyer, seller, ...issuers]) };
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
