import { eq } from "drizzle-orm";
import type { Address } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { packTokenId } from "#domain/token-id.ts";
import { termsTypedData } from "#domain/typed-data.ts";
import { holding } from "#indexer/ponder.schema.ts";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { connectTestDatabase } from "#test/support/connected-database.ts";
import { DAY, exampleContext, SECONDS, SYSTEM } from "#test/web/features/deal/example-rows.ts";
import { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { words } from "#web/db/schema/words.ts";
import type { Agreement, ProposeInput } from "#web/features/proposal/schema.ts";
import { termsOfProposal } from "#web/features/proposal/stored-proposal.ts";

export const SELLER = privateKeyToAccount(`0x${"01".repeat(32)}`);
export const seller = SELLER.address.toLowerCase() as Address;
export const buyer: Address = `0x${"b1".repeat(20)}`;
export const arbiter: Address = `0x${"a1".repeat(20)}`;
export const stranger: Address = `0x${"51".repeat(20)}`;
export const MINUTES_OF_SELLER = packTokenId({ issuer: seller, unit: "minute", expiry: 0 });
export const MINUTES_OF_STRANGER = packTokenId({ issuer: stranger, unit: "minute", expiry: 0 });

export const agreement: Agreement = {
  arbiter,
  appealArbiter: null,
  acceptBy: SECONDS + DAY,
  reviewWindow: 3 * DAY,
  rulingWindow: 5 * DAY,
  appealWindow: 3 * DAY,
  arbiterFeeBps: 500,
  silenceSellerBps: 5_000,
  payment: { kind: "held", ids: [MINUTES_OF_SELLER], amounts: [90n] },
};
export const exchange = {
  minutes: 90,
  deliverFrom: SECONDS + 2 * DAY,
  deliverBy: SECONDS + 3 * DAY,
  brief: "Fix the rear wheel together",
  note: "",
  agreement,
};

/** A promise that runs out before the deal could end. */
export const SOON = packTokenId({ issuer: seller, unit: "minute", expiry: SECONDS + 4 * DAY });

/** A database in which a seller offers something, and a buyer holds two hours of the seller's. */
export async function createProposalWorld() {
  const { db, close } = await connectTestDatabase();
  await createChainTables(db);
  const context = exampleContext(db);
  let offer = "";

  const list = async (values: Partial<typeof listing.$inferInsert>): Promise<string> => {
    const said = { kind: "offer", title: "Fix your bike", category: "home", language: "en" } as const;
    const [row] = await db
      .insert(listing)
      .values({ ...said, owner: seller, priceMinutes: 90, status: "published", ...values })
      .returning({ id: listing.id });
    return row?.id ?? "";
  };
  const read = async (id: string) => {
    const [row] = await db.select().from(proposal).where(eq(proposal.id, id));
    if (!row) throw new Error("no such proposal");
    return row;
  };
  const termsOf = async (id: string) => {
    const terms = termsOfProposal(await read(id));
    if (!terms) throw new Error("no terms yet");
    return terms;
  };
  return {
    db,
    close,
    context,
    list,
    read,
    termsOf,
    reset: async () => {
      for (const table of [proposal, listing, words, holding]) await db.delete(table);
      offer = await list({});
      await db.insert(holding).values({ tokenId: MINUTES_OF_SELLER, holder: buyer, amount: 120n, minutes: 120 });
    },
    /** The id of what the seller offers. */
    offer: () => offer,
    ask: (values: Partial<ProposeInput>): ProposeInput => ({ listingId: offer, ...exchange, ...values }),
    sign: async (id: string) => SELLER.signTypedData(termsTypedData(await termsOf(id), SYSTEM)),
  };
}

export type ProposalWorld = Awaited<ReturnType<typeof createProposalWorld>>;
