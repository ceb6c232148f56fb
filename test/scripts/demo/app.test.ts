import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deployments } from "#domain/generated/deployments.ts";
import { commitWords } from "#domain/commitment.ts";
import { dealId } from "#domain/terms.ts";
import { termsFromJson } from "#domain/terms-json.ts";
import { seedApp } from "#scripts/demo/app.ts";
import { EXCHANGES } from "#scripts/demo/exchanges.ts";
import { addressOf } from "#scripts/demo/accounts.ts";
import type { Handle } from "#scripts/demo/members.ts";
import { DAY } from "#scripts/demo/moment.ts";
import { reputation } from "#indexer/ponder.schema.ts";
import { createIndexTables } from "#test/support/index-tables.ts";
import { connectTestDatabase, type ConnectedDatabase } from "#test/support/connected-database.ts";
import { availability } from "#web/db/schema/availability.ts";
import { booking } from "#web/db/schema/booking.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { outbox } from "#web/db/schema/outbox.ts";
import { words } from "#web/db/schema/words.ts";
import { matchSavedSearches } from "#web/features/saved-search/match.ts";
import { refreshFreeTime } from "#web/features/availability/refresh-free-time.ts";
import { proposeRings } from "#web/features/ring/propose-rings.ts";
import { listRings } from "#web/features/ring/queries.ts";

const now = Math.floor(Date.now() / 1_000);
const contracts = deployments[31337];
let database: ConnectedDatabase;

beforeAll(async () => {
  database = await connectTestDatabase();
  await seedApp({ databaseUrl: database.url, now, contracts });
});

afterAll(async () => {
  await database.close();
});

async function everything() {
  return {
    members: await database.db.select().from(member).orderBy(member.address),
    listings: await database.db.select().from(listing).orderBy(listing.id),
    proposals: await database.db.select().from(proposal).orderBy(proposal.id),
    availability: await database.db.select().from(availability).orderBy(availability.member),
    bookings: await database.db.select().from(booking).orderBy(booking.id),
    words: await database.db.select().from(words).orderBy(words.hash),
  };
}

describe("given an empty schema app into which the community was written", () => {
  test("it holds every member and listing", async () => {
    const { members, listings } = await everything();
    expect(members).toHaveLength(24);
    expect(listings).toHaveLength(64);
  });

  test("what a member looks out for has been found", async () => {
    await matchSavedSearches(database.db, new Date(now * 1_000));
    const found = await database.db.select({ kind: outbox.kind, payload: outbox.payload }).from(outbox);
    expect(found.length).toBeGreaterThanOrEqual(2);
    const searches = found.map(({ payload }) => (payload as { search: string }).search);
    expect(new Set(searches)).toEqual(new Set(["Gardens that need a hand", "Anything about bikes"]));
  });

  test("every deal can be traced to its listing and its terms", async () => {
    const { proposals } = await everything();
    const withTerms = proposals.filter(({ terms }) => terms !== null);
    expect(withTerms.length).toBeGreaterThanOrEqual(EXCHANGES.length);
    for (const { terms, dealId: id, listingId } of withTerms) {
      expect(dealId(termsFromJson(terms), { chainId: 31337, escrow: contracts.escrow })).toBe(id);
      expect(listingId).not.toBeNull();
    }
    expect(new Set(proposals.map(({ stage }) => stage))).toEqual(
      new Set(["payment", "signature", "funding", "declined", "withdrawn"]),
    );
  });

  test("some members keep a calendar, and their running deals stand in it", async () => {
    const { availability: kept, bookings } = await everything();
    expect(kept.length).toBeGreaterThanOrEqual(8);
    expect(new Set(kept.map(({ timeZone }) => timeZone)).size).toBeGreaterThanOrEqual(4);
    expect(bookings.length).toBeGreaterThanOrEqual(3);
    expect(new Set(bookings.map(({ state }) => state))).toEqual(new Set(["firm"]));
  });

  test("rings of two and of three can be closed", async () => {
    await createIndexTables(database.db, [reputation]);
    const at = new Date(now * 1_000);
    await refreshFreeTime(database.db, at);
    await proposeRings(database.db, at);
    const [withInes, withMarek] = await Promise.all(
      ["ines", "marek"].map((handle) => listRings(database.db, addressOf(handle as Handle))),
    );
    expect(withInes?.map(({ seats }) => seats.length)).toContain(2);
    expect(withMarek?.map(({ seats }) => seats.length)).toContain(3);
  });

  test("all words are what their commitment says", async () => {
    const kept = await database.db.select().from(words);
    for (const { hash, salt, body } of kept) expect(commitWords(body, salt)).toBe(hash);
    expect(new Set(kept.map(({ kind }) => kind))).toEqual(
      new Set(["brief", "evidence", "reasons", "comment", "reply", "void"]),
    );
  });

  test("when it is written again, then nothing changes", async () => {
    const before = await everything();
    await seedApp({ databaseUrl: database.url, now, contracts });
    expect(await everything()).toEqual(before);
  });

  test("when the chain is played anew on another day, then proposals follow its deals", async () => {
    const before = await everything();
    await seedApp({ databaseUrl: database.url, now: now + DAY, contracts });
    const after = await everything();
    expect(after.members).toEqual(before.members);
    expect(after.proposals.map(({ id }) => id)).toEqual(before.proposals.map(({ id }) => id));
    expect(after.words.map(({ hash }) => hash)).toEqual(before.words.map(({ hash }) => hash));
    expect(after.proposals.some(({ dealId: id }, at) => id !== null && id === before.proposals[at]?.dealId)).toBe(
      false,
    );
  });
});
