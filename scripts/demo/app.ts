import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { connect } from "#web/db/client.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { words } from "#web/db/schema/words.ts";
import { LOCAL_CHAIN } from "#scripts/chain/local.ts";
import { agreedProposalRows, wordsRows } from "./deal-rows.ts";
import { listingRows, memberRows } from "./member-rows.ts";
import { openBriefRows, openProposalRows } from "./proposal-rows.ts";
import type { DemoContracts } from "./transaction.ts";

/** Where the community's words go, and what they belong to. */
export interface SeedAppOptions {
  databaseUrl: string;
  /** Unix seconds of the start: the same that `seedChain` was given. */
  now: number;
  contracts: DemoContracts;
}

/**
 * Writes the demo community into schema app, all or nothing. Doing it again changes nothing; for a chain played anew,
 * proposals and words follow its deals, while what members have since changed of profiles and listings stays.
 */
export async function seedApp({ databaseUrl, now, contracts }: SeedAppOptions): Promise<void> {
  const stage = { now, contracts, chainId: LOCAL_CHAIN.id };
  const proposals = [...(await agreedProposalRows(stage)), ...(await openProposalRows(stage))];
  const spoken = [...wordsRows(stage), ...(await openBriefRows(stage))];
  const { db, pool } = connect(databaseUrl);
  try {
    await db.transaction(async (tx) => {
      await tx.insert(member).values(memberRows(now)).onConflictDoNothing();
      await tx.insert(listing).values(listingRows(now)).onConflictDoNothing();
      await tx
        .insert(proposal)
        .values(proposals)
        .onConflictDoUpdate({ target: proposal.id, set: everythingBut(proposal, "id") });
      await tx
        .insert(words)
        .values(spoken)
        .onConflictDoUpdate({ target: words.hash, set: everythingBut(words, "hash") });
    });
  } finally {
    await pool.end();
  }
}

/** What an upsert sets: every column but the key, from the row that was refused. */
function everythingBut(table: PgTable, key: string): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([name]) => name !== key)
      .map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
  );
}
