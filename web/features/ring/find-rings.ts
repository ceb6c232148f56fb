import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { type Entry, evenMinutes, listGifts, type PossibleGift } from "#domain/gifts.ts";
import { findRings, type Ring } from "#domain/rings.ts";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { member } from "#web/db/schema/member.ts";
import { ring, ringSeat } from "#web/db/schema/ring.ts";
import { readCommonMinutes } from "#web/features/matching/common-time.ts";
import { LISTING_SIDE, sideOfListing } from "#web/features/matching/sides.ts";

/** Below this a common hour is no time to meet. */
const LEAST_COMMON_MINUTES = 60;

/** Who is never free together shows only once they are in a ring: then others are looked for, this many times. */
const ROUNDS = 2;

type Listed = { owner: Address; kind: "offer" | "request" } & Entry;

/** One gift of a ring: what a member gives, and who takes it. */
type Seat = { member: Address; offer: string; wish: string; taker: Address };
/** A ring that can be proposed: the same whatever member it is told from. */
export type Proposed = { key: string; minutes: number; rank: number; seats: Seat[] };

/** The rings of the community as it is now, the best first, as far as a few rounds find them. */
export async function findProposals(db: Database, now: Date): Promise<Proposed[]> {
  const { listed, owners } = await readListed(db);
  const offers = listed.filter(({ kind }) => kind === "offer");
  const requests = listed.filter(({ kind }) => kind === "request");
  const [refused, blocks] = await Promise.all([readRefused(db), readBlocks(db)]);
  let gifts = listGifts(offers, requests, (given, wanted) => refused.has(nameGift(given.id, wanted.id)));
  const pairOf = ({ from, to }: PossibleGift) => `${owners[from]}>${owners[to]}`;
  const asked = new Map<string, boolean>();
  for (let round = 1; ; round += 1) {
    const proposals = propose(findRings(owners.length, gifts), gifts, { offers, requests }).filter(
      ({ seats }) => !isBlockedWithin(seats, blocks),
    );
    const apart = await findApart(db, proposals, { asked, now });
    if (apart.size === 0) return proposals;
    if (round === ROUNDS) return proposals.filter(({ seats }) => seats.every((seat) => !apart.has(nameSeat(seat))));
    gifts = gifts.filter((gift) => !apart.has(pairOf(gift)));
  }
}

/** What each ring is made of; those too uneven are left out. */
function propose(
  rings: readonly Ring[],
  gifts: readonly PossibleGift[],
  { offers, requests }: { offers: readonly Listed[]; requests: readonly Listed[] },
): Proposed[] {
  const between = new Map(gifts.map((gift) => [`${gift.from}-${gift.to}`, gift]));
  return rings.flatMap(({ members, rank }) => {
    const course = members.flatMap((from, index) => {
      const gift = between.get(`${from}-${members[(index + 1) % members.length]}`);
      const [given, wanted] = [offers[gift?.offer ?? -1], requests[gift?.request ?? -1]];
      return given && wanted ? [{ given, wanted }] : [];
    });
    const minutes = evenMinutes(course.flatMap(({ given, wanted }) => [given.side.minutes, wanted.side.minutes]));
    if (minutes === null) return [];
    const seats = course.map(({ given, wanted }) => ({
      member: given.owner,
      offer: given.id,
      wish: wanted.id,
      taker: wanted.owner,
    }));
    return { key: keyOf(seats), minutes, rank, seats };
  });
}

/**
 * @param asked what was found of other pairs before: whether they are ever free together
 * @returns the pairs of neighbours in these rings that are never free together
 */
async function findApart(
  db: Database,
  proposals: readonly Proposed[],
  { asked, now }: { asked: Map<string, boolean>; now: Date },
): Promise<Set<string>> {
  const pairs = new Map(
    proposals.flatMap(({ seats }) => seats.map((seat) => [nameSeat(seat), { a: seat.member, b: seat.taker }])),
  );
  const unknown = [...pairs].filter(([name]) => !asked.has(name));
  const minutes = await readCommonMinutes(
    db,
    unknown.map(([, pair]) => pair),
    now,
  );
  for (const [index, [name]] of unknown.entries())
    asked.set(name, (minutes[index] ?? LEAST_COMMON_MINUTES) >= LEAST_COMMON_MINUTES);
  return new Set([...pairs.keys()].filter((name) => !asked.get(name)));
}

const nameSeat = ({ member: a, taker: b }: Seat) => `${a}>${b}`;

async function readListed(db: Database): Promise<{ listed: Listed[]; owners: Address[] }> {
  const rows = await db
    .select({ id: listing.id, owner: listing.owner, kind: listing.kind, ...LISTING_SIDE })
    .from(listing)
    .leftJoin(member, eq(member.address, listing.owner))
    .leftJoin(reputation, eq(reputation.address, listing.owner))
    .where(eq(listing.status, "published"))
    .orderBy(asc(listing.createdAt), asc(listing.id));
  const owners = [...new Set(rows.map(({ owner }) => owner))];
  const numberOf = new Map(owners.map((owner, index) => [owner, index]));
  const listed = rows.map((row) => ({
    id: row.id,
    owner: row.owner,
    kind: row.kind,
    member: numberOf.get(row.owner) ?? -1,
    side: sideOfListing(row),
  }));
  return { listed, owners };
}

/** Whoever said no to a ring wants neither what it would have given them nor to give what it asked of them. */
async function readRefused(db: Database): Promise<Set<string>> {
  const before = alias(ringSeat, "before");
  const rows = await db
    .select({ offer: before.offer, wish: before.wish })
    .from(ringSeat)
    .innerJoin(ring, eq(ring.id, ringSeat.ringId))
    .innerJoin(
      before,
      and(
        eq(before.ringId, ringSeat.ringId),
        sql`${before.position} in (${ringSeat.position}, (${ringSeat.position} + ${ring.size} - 1) % ${ring.size})`,
      ),
    )
    .where(eq(ringSeat.answer, "no"));
  return new Set(rows.map(({ offer, wish }) => nameGift(offer, wish)));
}

async function readBlocks(db: Database): Promise<Set<string>> {
  const rows = await db.select().from(memberBlock);
  return new Set(rows.map(({ blocker, blocked }) => `${blocker}>${blocked}`));
}

/** Everybody in a ring sees everybody, not only whom they give to. */
function isBlockedWithin(seats: readonly Seat[], blocks: ReadonlySet<string>): boolean {
  return seats.some(({ member: a }) => seats.some(({ member: b }) => blocks.has(`${a}>${b}`)));
}

/** A ring begins anywhere: its gifts in an order of their own. */
const keyOf = (seats: readonly Seat[]) =>
  seats
    .map(({ offer, wish }) => nameGift(offer, wish))
    .sort()
    .join();

const nameGift = (offer: string, wish: string) => `${offer}>${wish}`;
