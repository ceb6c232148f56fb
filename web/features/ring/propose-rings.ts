import { and, count, eq, inArray, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { RINGS_PER_MEMBER } from "#domain/rings.ts";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { ring, ringSeat } from "#web/db/schema/ring.ts";
import { ringProposed } from "#web/features/inbox/kinds/ring.ts";
import { tell } from "#web/features/inbox/tell.ts";
import { findProposals, type Proposed } from "#web/features/ring/find-rings.ts";
import { tellEach } from "#web/features/ring/tell-each.ts";

/** Written in one go; each seat takes five of the parameters a statement has. */
const RINGS_AT_ONCE = 1_000;

/**
 * Takes back rings whose listings are gone and proposes new ones: those that everybody in them has time for, and that
 * leave nobody with more than a few to answer. Run again without a change it proposes nothing.
 * @returns how many are new
 */
export async function proposeRings(db: Database, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    // Two workers at once would each leave room for the other's rings.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('app.ring'))`);
    await removeBroken(tx);
    const found = await findProposals(tx, now);
    const [known, room] = await Promise.all([readKeys(tx), readRoom(tx)]);
    const fresh = found.filter(({ key, seats }) => {
      if (known.has(key) || seats.some(({ member: who }) => room.get(who) === 0)) return false;
      for (const { member: who } of seats) room.set(who, (room.get(who) ?? RINGS_PER_MEMBER) - 1);
      return true;
    });
    await insertRings(tx, fresh, now);
    return fresh.length;
  });
}

/** Rings that somebody's listing has left, or in which one has blocked another; those that were declined stay, so that they are not proposed again. */
async function removeBroken(db: Database): Promise<void> {
  const closed = db
    .select({ ringId: ringSeat.ringId })
    .from(ringSeat)
    .innerJoin(listing, or(eq(listing.id, ringSeat.offer), eq(listing.id, ringSeat.wish)))
    .where(ne(listing.status, "published"));
  const seated = db
    .select({ ringId: ringSeat.ringId })
    .from(ringSeat)
    .innerJoin(ring, eq(ring.id, ringSeat.ringId))
    .groupBy(ringSeat.ringId, ring.size)
    .having(eq(count(), ring.size));
  const [one, other] = [alias(ringSeat, "one"), alias(ringSeat, "other")];
  const blocked = db
    .select({ ringId: one.ringId })
    .from(one)
    .innerJoin(other, eq(other.ringId, one.ringId))
    .innerJoin(memberBlock, and(eq(memberBlock.blocker, one.member), eq(memberBlock.blocked, other.member)));
  await db
    .delete(ring)
    .where(or(inArray(ring.id, closed), inArray(ring.id, blocked), sql`${ring.id} not in ${seated}`));
}

/** How many more rings each member can be offered; those in none are left out. */
async function readRoom(db: Database): Promise<Map<Address, number>> {
  const declined = db.select({ ringId: ringSeat.ringId }).from(ringSeat).where(eq(ringSeat.answer, "no"));
  const rows = await db
    .select({ member: ringSeat.member, rings: count() })
    .from(ringSeat)
    .where(sql`${ringSeat.ringId} not in ${declined}`)
    .groupBy(ringSeat.member);
  return new Map(rows.map(({ member: who, rings }) => [who, Math.max(0, RINGS_PER_MEMBER - rings)]));
}

async function readKeys(db: Database): Promise<Set<string>> {
  const rows = await db.select({ key: ring.key }).from(ring);
  return new Set(rows.map(({ key }) => key));
}

async function insertRings(db: Database, proposals: readonly Proposed[], now: Date): Promise<void> {
  for (let start = 0; start < proposals.length; start += RINGS_AT_ONCE) {
    const part = proposals.slice(start, start + RINGS_AT_ONCE);
    const rows = part.map(({ key, minutes, rank, seats }) => ({
      key,
      size: seats.length,
      minutes,
      rank,
      createdAt: now,
    }));
    const made = await db.insert(ring).values(rows).returning({ id: ring.id, key: ring.key });
    const idOf = new Map(made.map(({ id, key }) => [key, id]));
    const seats = part.flatMap(({ key, seats: given }) =>
      given.map(({ member: who, offer, wish }, position) => ({
        ringId: idOf.get(key) ?? "",
        position,
        member: who,
        offer,
        wish,
      })),
    );
    await db.insert(ringSeat).values(seats);
    const told = part.flatMap(({ key, seats: given }) => tellEach(key, given));
    await tell(db, ringProposed, told, now);
  }
}
