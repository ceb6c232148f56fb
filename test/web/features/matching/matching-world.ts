import type { Address } from "viem";
import { member as chainMember, reputation } from "#indexer/ponder.schema.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { availability } from "#web/db/schema/availability.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { listing } from "#web/db/schema/listing.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { member } from "#web/db/schema/member.ts";
import { outbox } from "#web/db/schema/outbox.ts";
import { ring } from "#web/db/schema/ring.ts";

export const NOW = new Date("2026-11-23T00:00:00Z");

export const [INES, MAREK, OMAR, LUCIA] = ["11", "22", "33", "44"].map((digits) => `0x${digits.repeat(20)}`) as [
  Address,
  Address,
  Address,
  Address,
];
const NAMES = new Map([
  [INES, "Inés"],
  [MAREK, "Marek"],
  [OMAR, "Omar"],
  [LUCIA, "Lucía"],
]);

type Listing = Partial<typeof listing.$inferInsert>;

/** A database with four members of one town and one language, who list nothing yet. */
export async function createMatchingWorld() {
  const database: ConnectedDatabase = await connectTestDatabase();
  const { db } = database;
  await createIndexTables(db, [chainMember, reputation]);
  return {
    ...database,
    reset: async () => {
      for (const table of [outbox, ring, listing, memberBlock, availability, member]) await db.delete(table);
      await db.insert(member).values(
        [...NAMES].map(([address, displayName]) => ({
          address,
          handle: address.slice(-6),
          handleKey: address.slice(-6),
          displayName,
          languages: ["en"],
        })),
      );
    },
    /** @returns the id of a published listing in a town */
    list: async (owner: Address, kind: "offer" | "request", skill: string, more: Listing = {}): Promise<string> => {
      const said = { ...EXAMPLE_LISTING, title: "Something for you", skills: [skill], kind, owner };
      const [made] = await db
        .insert(listing)
        .values({ ...said, status: "published", place: "Berlin", ...more })
        .returning({ id: listing.id });
      return made?.id ?? "";
    },
    /** Two hours a day for a week from this hour on. */
    keepHours: async (who: Address, hour: number): Promise<void> => {
      const calendar = { timeZone: "UTC", slotMinutes: 60, bufferMinutes: 0, noticeMinutes: 0 };
      await db.insert(availability).values({ member: who, ...calendar });
      const start = (day: number) => NOW.getTime() + (day * 24 + hour) * 3_600_000;
      await db.insert(freeTime).values(
        Array.from({ length: 7 }, (_, day) => ({
          member: who,
          startsAt: new Date(start(day)),
          endsAt: new Date(start(day) + 2 * 3_600_000),
        })),
      );
    },
  };
}

export type MatchingWorld = Awaited<ReturnType<typeof createMatchingWorld>>;
