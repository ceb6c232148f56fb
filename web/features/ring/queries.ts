import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { ring, ringSeat } from "#web/db/schema/ring.ts";
import type { RingAnswer } from "#web/features/ring/schema.ts";

/** One member's place: what they give to the next. */
export type RingSeat = {
  member: Address;
  name: string | null;
  handle: string | null;
  photoId: string | null;
  offer: { id: string; title: string };
  wish: { id: string; title: string };
  answer: RingAnswer | null;
};

/** A ring that nobody has declined, told from its reader's own place. */
export type RingProposal = {
  id: string;
  minutes: number;
  /** The reader's first. */
  seats: RingSeat[];
  /** Everybody said yes. */
  agreed: boolean;
};

/** What `who` is asked to be part of, the best first; those whose listings are all still open. */
export async function listRings(db: Database, who: Address): Promise<RingProposal[]> {
  const mine = db.select({ ringId: ringSeat.ringId }).from(ringSeat).where(eq(ringSeat.member, who));
  const [offer, wish] = [alias(listing, "offer"), alias(listing, "wish")];
  const rows = await db
    .select({
      id: ring.id,
      size: ring.size,
      minutes: ring.minutes,
      member: ringSeat.member,
      name: member.displayName,
      handle: member.handle,
      photoId: member.photoId,
      offer: { id: offer.id, title: offer.title },
      wish: { id: wish.id, title: wish.title },
      answer: ringSeat.answer,
      open: sql<boolean>`${offer.status} = 'published' and ${wish.status} = 'published'`,
    })
    .from(ring)
    .innerJoin(ringSeat, eq(ringSeat.ringId, ring.id))
    .innerJoin(offer, eq(offer.id, ringSeat.offer))
    .innerJoin(wish, eq(wish.id, ringSeat.wish))
    .leftJoin(member, eq(member.address, ringSeat.member))
    .where(inArray(ring.id, mine))
    .orderBy(desc(ring.rank), asc(ring.id), asc(ringSeat.position));
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const seats = rows.filter((row) => row.id === id);
    const [first] = seats;
    if (!first || seats.length < first.size || seats.some(({ open, answer }) => !open || answer === "no")) return [];
    const own = seats.findIndex((seat) => seat.member === who);
    return {
      id,
      minutes: first.minutes,
      seats: [...seats.slice(own), ...seats.slice(0, own)],
      agreed: seats.every(({ answer }) => answer === "yes"),
    };
  });
}
