import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { sql } from "drizzle-orm";
import { connect } from "#web/db/client.ts";
import { migrate } from "#web/db/migrate.ts";
import { availability } from "#web/db/schema/availability.ts";
import { freeTime } from "#web/db/schema/free-time.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { readMatches } from "#web/features/matching/queries.ts";
import { findProposals } from "#web/features/ring/find-rings.ts";
import { proposeRings } from "#web/features/ring/propose-rings.ts";
import { createChainTables } from "../postgres/chain-tables.ts";
import { ensureDatabase } from "../postgres/database.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily } from "../processes/family.ts";
import { createSeeded } from "../trial/seeded.ts";
import { type Community, plantCommunity, townOf, wasPlanted } from "./matching-community.ts";

const MEMBERS = 1_000;
const RING_MEMBERS = 10_000;
const ASKED = 250;
const NOW = new Date("2026-11-23T00:00:00Z");
const DAYS = 30;
/** Postgres takes 65,535 parameters in one statement. */
const ROWS_AT_ONCE = 2_000;

/**
 * How many of the matches planted in a community of 1,000 are found, and how many of those found were planted; and how
 * long it takes to find the rings of 10,000 members, and to find and propose them.
 */
export async function run(): Promise<Record<string, number>> {
  const name = `bench-${process.pid}`;
  const family = createFamily((_, line) => console.error(line));
  try {
    const server = await startPostgres(family, { name, durable: false });
    const matched = await withCommunity(server.url("matching"), plantCommunity(createSeeded(5), MEMBERS), askMany);
    const rings = await withCommunity(server.url("rings"), plantCommunity(createSeeded(6), RING_MEMBERS), timeRings);
    return { ...matched, ...rings };
  } finally {
    await family.end();
    await removePostgresData(name);
  }
}

async function askMany(db: NodePgDatabase, community: Community): Promise<Record<string, number>> {
  const counts = { planted: 0, found: 0, right: 0 };
  const times: number[] = [];
  for (let who = 0; who < ASKED; who += 1) {
    const address = community.members[who]?.address ?? "0x";
    const begun = performance.now();
    const { requests, offers } = await readMatches(db, address, NOW);
    times.push(performance.now() - begun);
    const found = new Set([...requests, ...offers].map(({ card }) => card.id));
    for (let number = 0; number < community.listings.length; number += 1) {
      const planted = wasPlanted(community, [who, number]);
      const seen = found.has(idOf(number));
      if (planted) counts.planted += 1;
      if (seen) counts.found += 1;
      if (planted && seen) counts.right += 1;
    }
  }
  const share = (of: number) => Number((counts.right / of).toFixed(3));
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return {
    precision: share(counts.found),
    recall: share(counts.planted),
    planted: counts.planted,
    found: counts.found,
    matchP50Ms: Math.round(middle),
  };
}

async function timeRings(db: NodePgDatabase): Promise<Record<string, number>> {
  const begun = performance.now();
  await findProposals(db, NOW);
  const found = performance.now();
  const rings = await proposeRings(db, NOW);
  const proposed = performance.now();
  return {
    ringsMs: Math.round(found - begun),
    proposeMs: Math.round(proposed - found),
    rings,
    ringMembers: RING_MEMBERS,
  };
}

async function withCommunity<T>(
  databaseUrl: string,
  community: Community,
  work: (db: NodePgDatabase, community: Community) => Promise<T>,
): Promise<T> {
  await ensureDatabase(databaseUrl);
  await migrate(databaseUrl);
  const { db, pool } = connect(databaseUrl);
  try {
    await createChainTables(db);
    await settle(db, community);
    await db.execute(sql`analyze`);
    return await work(db, community);
  } finally {
    await pool.end();
  }
}

/** Writes a planned community into schema `app`. */
async function settle(db: NodePgDatabase, { members, listings, blocks }: Community): Promise<void> {
  const profiles = members.map((planted) => ({
    address: planted.address,
    handle: planted.address.slice(-8),
    handleKey: planted.address.slice(-8),
    displayName: planted.address.slice(-8),
    skills: [planted.skill.words],
    languages: planted.tongues,
    ...townOf(planted),
  }));
  const rows = listings.map(({ owner, kind, said, status, remote, language }, number) => {
    const planted = members[owner];
    return {
      id: idOf(number),
      owner: planted?.address ?? "0x",
      kind,
      title: kind === "offer" ? "An hour of mine" : "An hour of yours",
      description: said.words,
      category: said.category,
      skills: [said.words],
      priceMinutes: 60,
      remote,
      language,
      status,
      ...(planted && townOf(planted)),
    };
  });
  const kept = members.filter(({ hours }) => hours !== null);
  const hours = { timeZone: "UTC", slotMinutes: 60, bufferMinutes: 0, noticeMinutes: 0 };
  const free = kept.flatMap(({ address, hours: when }) =>
    Array.from({ length: DAYS }, (_, day) => {
      const start = NOW.getTime() + day * 86_400_000 + (when === "mornings" ? 8 : 18) * 3_600_000;
      return { member: address, startsAt: new Date(start), endsAt: new Date(start + 3 * 3_600_000) };
    }),
  );
  await inParts(profiles, (part) => db.insert(member).values(part));
  await inParts(rows, (part) => db.insert(listing).values(part));
  await inParts(kept, (part) =>
    db.insert(availability).values(part.map(({ address }) => ({ member: address, ...hours }))),
  );
  await inParts(free, (part) => db.insert(freeTime).values(part));
  await inParts(blocks, (part) =>
    db
      .insert(memberBlock)
      .values(
        part.map(([one, other]) => ({
          blocker: members[one]?.address ?? "0x",
          blocked: members[other]?.address ?? "0x",
        })),
      )
      .onConflictDoNothing(),
  );
}

async function inParts<T>(rows: readonly T[], insert: (part: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) await insert(rows.slice(start, start + ROWS_AT_ONCE));
}

const idOf = (number: number) => `00000000-0000-8000-8000-${String(number).padStart(12, "0")}`;
