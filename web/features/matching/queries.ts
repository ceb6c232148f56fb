import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { topCategory } from "#domain/category.ts";
import { judgeMatch, type Match, type Side } from "#domain/matching.ts";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { stemsOfListing } from "#web/db/schema/stems.ts";
import { noBlockBetween } from "#web/features/blocking/condition.ts";
import { readCommonMinutes } from "#web/features/matching/common-time.ts";
import { LISTING_SIDE, PROFILE_SIDE, sideOfListing, sideOfProfile } from "#web/features/matching/sides.ts";

/** Listings that share the most words are looked at closely, no more than this many. */
const MOST_CANDIDATES = 400;

/** Of those that fit so far, this many are held against the calendars. */
const MOST_TIMED = 100;

/** Shown at most. */
const MOST_MATCHES = 24;

/** A listing that fits, why, and which of mine it fits; null for a skill of my profile. */
export type MatchedListing = {
  card: Candidate;
  match: Match;
  mine: { id: string; title: string } | null;
};

export type Matches = {
  /** Requests of others that I can serve. */
  requests: MatchedListing[];
  /** Offers of others that I need. */
  offers: MatchedListing[];
  /** What I am matched by: without any, there is nothing to find. */
  known: { gives: number; wants: number };
};

/** What candidates are found by. */
const STEMS = stemsOfListing(listing);

type Mine = { side: Side; listing: { id: string; title: string } | null };

/** Both schemas have a table of this name: one of them goes by another in a query of both. */
const record = alias(chainMember, "record");

/** Who needs what `who` can do, and who offers what they need, the best first. */
export async function readMatches(db: Database, who: Address, now: Date): Promise<Matches> {
  const [own, profile] = await Promise.all([readOwn(db, who), readOwnProfile(db, who)]);
  const gives = [...own.filter(({ kind }) => kind === "offer"), ...profile];
  const wants = own.filter(({ kind }) => kind === "request");
  const [requests, offers] = await Promise.all([
    find(db, { who, now, mine: gives, kind: "request" }),
    find(db, { who, now, mine: wants, kind: "offer" }),
  ]);
  return { requests, offers, known: { gives: gives.length, wants: wants.length } };
}

type Search = { who: Address; now: Date; mine: readonly Mine[]; kind: "offer" | "request" };

async function find(db: Database, { who, now, mine, kind }: Search): Promise<MatchedListing[]> {
  if (mine.length === 0) return [];
  const candidates = await readCandidates(db, { who, mine, kind });
  const judge = (card: Candidate, commonMinutes: number | null) => bestOf(mine, card, kind, commonMinutes);
  const fitting = candidates
    .flatMap((card) => judge(card, null) ?? [])
    .toSorted(byRank)
    .slice(0, MOST_TIMED);
  const minutes = await readCommonMinutes(
    db,
    fitting.map(({ card }) => ({ a: who, b: card.owner })),
    now,
  );
  return fitting
    .flatMap(({ card }, index) => judge(card, minutes[index] ?? null) ?? [])
    .toSorted(byRank)
    .slice(0, MOST_MATCHES);
}

function bestOf(
  mine: readonly Mine[],
  card: Candidate,
  kind: Search["kind"],
  commonMinutes: number | null,
): MatchedListing | undefined {
  const theirs = sideOfListing(card);
  return mine
    .flatMap(({ side, listing: own }) => {
      const [give, want] = kind === "request" ? [side, theirs] : [theirs, side];
      const match = judgeMatch(give, want, { commonMinutes, other: theirs });
      return match ? [{ card, match, mine: own }] : [];
    })
    .toSorted(byRank)[0];
}

const byRank = (a: { match: Match }, b: { match: Match }) => b.match.rank - a.match.rank;

type Candidate = Awaited<ReturnType<typeof readCandidates>>[number];

/** Listings that name a skill of mine, or have a word of my titles in the same field: skills in common come first. */
function readCandidates(db: Database, { who, mine, kind }: Omit<Search, "now">) {
  const list = (values: readonly string[]) => sql`${sql.param([...new Set(values)])}::text[]`;
  const skillStems = list(mine.flatMap(({ side }) => side.skills.flatMap(({ stems }) => stems)));
  const titleStems = list(mine.flatMap(({ side }) => side.titleStems));
  const tops = list(mine.flatMap(({ side }) => (side.category === null ? [] : topCategory(side.category))));
  const shared = sql`cardinality(array(select unnest(${STEMS}) intersect select unnest(${skillStems})))`;
  return db
    .select({
      id: listing.id,
      kind: listing.kind,
      title: listing.title,
      priceMinutes: listing.priceMinutes,
      owner: listing.owner,
      ownerName: member.displayName,
      ownerHandle: member.handle,
      ownerPhotoId: member.photoId,
      completedDeals: record.completedDeals,
      ratingCount: record.ratingCount,
      starSum: record.starSum,
      ...LISTING_SIDE,
    })
    .from(listing)
    .leftJoin(member, eq(member.address, listing.owner))
    .leftJoin(reputation, eq(reputation.address, listing.owner))
    .leftJoin(record, eq(record.address, listing.owner))
    .where(
      and(
        eq(listing.status, "published"),
        eq(listing.kind, kind),
        ne(listing.owner, who),
        or(
          sql`${STEMS} && ${skillStems}`,
          and(sql`${STEMS} && ${titleStems}`, sql`split_part(${listing.category}, '.', 1) = any(${tops})`),
        ),
        noBlockBetween(who, listing.owner),
      ),
    )
    .orderBy(desc(shared), desc(listing.createdAt))
    .limit(MOST_CANDIDATES);
}

async function readOwn(db: Database, who: Address) {
  const rows = await db
    .select({ id: listing.id, title: listing.title, kind: listing.kind, ...LISTING_SIDE })
    .from(listing)
    .leftJoin(member, eq(member.address, listing.owner))
    .leftJoin(reputation, eq(reputation.address, listing.owner))
    .where(and(eq(listing.owner, who), eq(listing.status, "published")));
  return rows.map((row) => ({
    kind: row.kind,
    side: sideOfListing(row),
    listing: { id: row.id, title: row.title },
  }));
}

async function readOwnProfile(db: Database, who: Address): Promise<Mine[]> {
  const rows = await db
    .select(PROFILE_SIDE)
    .from(member)
    .leftJoin(reputation, eq(reputation.address, member.address))
    .where(eq(member.address, who));
  return rows.filter(({ skills }) => skills.length > 0).map((row) => ({ side: sideOfProfile(row), listing: null }));
}
