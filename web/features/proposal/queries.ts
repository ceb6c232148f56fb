import { and, asc, desc, eq, gt, inArray, isNull, not, or, sql } from "drizzle-orm";
import type { Address } from "viem";
import type { Holding } from "#domain/payment.ts";
import { deal, holding, reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { proposalState, type ProposalRow, type ProposalState } from "#web/features/proposal/stored-proposal.ts";

/** What a proposal page or a new proposal needs of the listing behind it. */
export type ListingFacts = Pick<
  typeof listing.$inferSelect,
  | "id"
  | "owner"
  | "kind"
  | "title"
  | "priceMinutes"
  | "welcome"
  | "welcomeScore"
  | "welcomeMembers"
  | "durationMinutes"
  | "bufferBeforeMinutes"
  | "bufferAfterMinutes"
  | "status"
>;

/** Somebody who offers to rule. */
export type ArbiterChoice = { address: Address; name: string };

export type ProposalRecord = {
  row: ProposalRow;
  state: ProposalState;
  listing: ListingFacts | null;
  /** The deal was opened: the proposal has done its work. */
  opened: boolean;
};

const LISTING_FACTS = {
  id: listing.id,
  owner: listing.owner,
  kind: listing.kind,
  title: listing.title,
  priceMinutes: listing.priceMinutes,
  welcome: listing.welcome,
  welcomeScore: listing.welcomeScore,
  welcomeMembers: listing.welcomeMembers,
  durationMinutes: listing.durationMinutes,
  bufferBeforeMinutes: listing.bufferBeforeMinutes,
  bufferAfterMinutes: listing.bufferAfterMinutes,
  status: listing.status,
};

/** @returns the listing, or null where there is none to be seen. */
export async function readListingFacts(db: Database, id: string): Promise<ListingFacts | null> {
  const [found] = await db.select(LISTING_FACTS).from(listing).where(eq(listing.id, id));
  return found && found.status !== "draft" ? found : null;
}

/** @returns the proposal if `who` is a side of it, else null. */
export async function readProposal(db: Database, who: Address, id: string, now: Date): Promise<ProposalRecord | null> {
  const [found] = await db
    .select({ row: proposal, listing: LISTING_FACTS, opened: deal.id })
    .from(proposal)
    .leftJoin(listing, eq(listing.id, proposal.listingId))
    .leftJoin(deal, eq(deal.id, proposal.dealId))
    .where(and(eq(proposal.id, id), or(eq(proposal.buyer, who), eq(proposal.seller, who))));
  if (!found) return null;
  const { row, opened } = found;
  return { row, state: proposalState(row, now), listing: found.listing, opened: opened !== null };
}

/** @returns the proposals of `who` that neither ended nor became deals, the latest first; those that ran out too. */
export async function listProposals(db: Database, who: Address, now: Date): Promise<ProposalRecord[]> {
  const rows = await db
    .select({ row: proposal, listing: LISTING_FACTS })
    .from(proposal)
    .leftJoin(listing, eq(listing.id, proposal.listingId))
    .leftJoin(deal, eq(deal.id, proposal.dealId))
    .where(
      and(
        or(eq(proposal.buyer, who), eq(proposal.seller, who)),
        not(inArray(proposal.stage, ["declined", "withdrawn"])),
        isNull(deal.id),
      ),
    )
    .orderBy(desc(proposal.updatedAt))
    .limit(100);
  return rows.map(({ row, listing: facts }) => ({
    row,
    state: proposalState(row, now),
    listing: facts,
    opened: false,
  }));
}

/** @returns everybody who offers to rule and is no side of the deal, the best reputation first. */
export async function listArbiters(db: Database, sides: readonly Address[]): Promise<ArbiterChoice[]> {
  const found = await db
    .select({ address: member.address, name: member.displayName })
    .from(member)
    .leftJoin(reputation, eq(reputation.address, member.address))
    .where(eq(member.arbiter, true))
    .orderBy(sql`${reputation.score} desc nulls last`, asc(member.displayName));
  return found.filter(({ address }) => !sides.includes(address));
}

/** @returns what `holder` has of every id, lapsed ones too. */
export async function listHoldings(db: Database, holder: Address): Promise<Holding[]> {
  return db
    .select({ tokenId: holding.tokenId, amount: holding.amount })
    .from(holding)
    .where(and(eq(holding.holder, holder), gt(holding.amount, 0n)));
}
