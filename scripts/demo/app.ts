import { getTableColumns, inArray, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { connect, type Database } from "#web/db/client.ts";
import { availability, availabilityException, availabilityRule } from "#web/db/schema/availability.ts";
import { booking } from "#web/db/schema/booking.ts";
import { listing } from "#web/db/schema/listing.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { member } from "#web/db/schema/member.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { savedSearch } from "#web/db/schema/saved-search.ts";
import { words } from "#web/db/schema/words.ts";
import { type PhotoStore, postgresStore } from "#web/features/photo/photo-store.ts";
import { LOCAL_CHAIN } from "#scripts/chain/local.ts";
import { availabilityRows, bookingRows, exceptionRows, ruleRows } from "./calendar-rows.ts";
import { agreedProposalRows, wordsRows } from "./deal-rows.ts";
import { blockRows, listingRows, memberRows } from "./member-rows.ts";
import { seedPhotos } from "./photos.ts";
import { openBriefRows, openProposalRows } from "./proposal-rows.ts";
import { savedSearchRows } from "./saved-search-rows.ts";
import type { DemoContracts, Stage } from "./transaction.ts";

/** Where the community's words go, and what they belong to. */
export interface SeedAppOptions {
  databaseUrl: string;
  /** Unix seconds of the start: the same that `seedChain` was given. */
  now: number;
  contracts: DemoContracts;
  /** Where its pictures are kept: Postgres unless told otherwise. */
  storeIn?: (db: Database) => PhotoStore;
}

/**
 * Writes the demo community into schema app, all or nothing. Doing it again changes nothing; for a chain played anew,
 * proposals and words follow its deals, while what members have since changed of profiles and listings stays.
 */
export async function seedApp({ databaseUrl, now, contracts, storeIn = postgresStore }: SeedAppOptions): Promise<void> {
  const stage = { now, contracts, chainId: LOCAL_CHAIN.id };
  const proposals = [...(await agreedProposalRows(stage)), ...(await openProposalRows(stage))];
  const spoken = [...wordsRows(stage), ...(await openBriefRows(stage))];
  const { db, pool } = connect(databaseUrl);
  try {
    await db.transaction(async (tx) => {
      await tx.insert(member).values(memberRows(now)).onConflictDoNothing();
      await tx.insert(savedSearch).values(savedSearchRows(now)).onConflictDoNothing();
      await tx.insert(memberBlock).values(blockRows(now)).onConflictDoNothing();
      await tx.insert(listing).values(listingRows(now)).onConflictDoNothing();
      await tx
        .insert(proposal)
        .values(proposals)
        .onConflictDoUpdate({ target: proposal.id, set: everythingBut(proposal, "id") });
      await tx
        .insert(words)
        .values(spoken)
        .onConflictDoUpdate({ target: words.hash, set: everythingBut(words, "hash") });
      await seedCalendars(tx, stage);
      await seedPhotos({ db: tx, storeIn }, now);
    });
  } finally {
    await pool.end();
  }
}

/** Hours stay as members have changed them; bookings follow the deals of the chain played anew. */
async function seedCalendars(tx: Database, stage: Stage): Promise<void> {
  const written = await tx
    .insert(availability)
    .values(availabilityRows(stage.now))
    .onConflictDoNothing()
    .returning({ member: availability.member });
  if (written.length > 0) {
    await tx.insert(availabilityRule).values(ruleRows()).onConflictDoNothing();
    await tx.insert(availabilityException).values(exceptionRows(stage.now)).onConflictDoNothing();
  }
  const bookings = bookingRows(stage);
  await tx.delete(booking).where(
    inArray(
      booking.id,
      bookings.flatMap(({ id }) => id ?? []),
    ),
  );
  await tx.insert(booking).values(bookings);
}

/** What an upsert sets: every column but the key, from the row that was refused. */
function everythingBut(table: PgTable, key: string): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([name]) => name !== key)
      .map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
  );
}
