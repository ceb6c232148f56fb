import { sql } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { rowsOf, stepsOf } from "#test/support/plan.ts";
import { latestEvents, readActivity } from "#web/features/activity/queries.ts";

const MANY = 10_000;
const VIEWER: Address = `0x${"11".repeat(20)}`;

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await createChainTables(database.db);
  await live();
});
afterAll(() => database.close());

/** A community in which everything happened ten thousand times, most of it no event: open deals, plain transfers, drafts. */
async function live(): Promise<void> {
  const { db } = database;
  await db.execute(sql`
    insert into app.member (address, handle, handle_key, display_name, created_at)
    select '0x' || lpad(to_hex(n), 40, '0'), 'm' || n, 'm' || n, 'Member ' || n, now() - n * interval '1 minute'
    from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`
    insert into app.listing (owner, kind, title, category, price_minutes, language, status, created_at)
    select '0x' || lpad(to_hex(n), 40, '0'), 'offer', 'Offer ' || n, 'learning', 60, 'en',
      (case when n % 4 = 0 then 'published' else 'draft' end)::app.listing_status, now() - n * interval '1 minute'
    from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`
    insert into chain.token (id, issuer, unit, expiry, minted, burned, created_at)
    select n, '0x' || lpad(to_hex(n), 40, '0'), 'hour', 0, 1, 0, 0 from generate_series(1, 100) n`);
  await db.execute(sql`
    insert into chain.transfer (id, kind, token_id, operator, "from", "to", amount, minutes, block, log_index, tx_hash, timestamp)
    select 't' || n, (case when n % 10 = 0 then 'mint' else 'transfer' end)::transfer_kind, n % 100 + 1, '0x', '0x',
      '0x', 1, 60, n, 0, '0x', 1790000000 + n from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`
    insert into chain.deal (id, buyer, seller, arbiter, appeal_arbiter, accept_by, deliver_from, deliver_by, review_window,
      ruling_window, appeal_window, arbiter_fee_bps, silence_seller_bps, brief, salt, status, outcome, since, rateable,
      by_silence, defaulted, minutes, opened_at, closed_at, origin, opened_tx, opened_block, seller_minutes)
    select 'd' || n, '0xb', '0xs', '0xa', '0x', 0, 0, 0, 0, 0, 0, 0, 0, '0x', '0x',
      (case when n % 4 = 0 then 'closed' else 'active' end)::deal_status,
      (case when n % 4 = 0 then 'completed' end)::deal_outcome, 0, true, false, false, 60, 0,
      case when n % 4 = 0 then 1790000000 + n end, 'd' || n, '0x', n, 60 from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`
    insert into chain.rating (deal_id, rater, ratee, stars, comment, rated_at, tx_hash)
    select 'd' || n, '0xb', '0xs', 5, '0x', 1790000000 + n, '0x' from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`
    insert into chain.swap (id, order_id, maker, payer, receiver, given_minutes, paid_minutes, block, log_index, tx_hash, timestamp)
    select 's' || n, '0x', '0xm', '0xp', '0xr', 60, 60, n, 0, '0x', 1790000000 + n from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`
    insert into chain.swap_ring (id, orders, minutes, block, tx_hash, timestamp)
    select 'r' || n, 3, 60, n, '0x', 1790000000 + n from generate_series(1, ${MANY}::int) n`);
  await db.execute(sql`analyze`);
}

describe("given a feed of what happened tens of thousands of times", () => {
  it.each([
    ["the first page", null, false],
    ["a page far back", VIEWER, true],
  ])("reads %s by the indexes of time, and little beside it", async (_, viewer, isFar) => {
    const { next } = await readActivity(database.db, null, { size: 4_000 });
    const steps = await stepsOf(database.db, latestEvents(viewer, { before: isFar ? next : null, size: 41 }));
    const used = steps.map((step) => step["Index Name"]).filter((name) => name !== undefined);
    expect(used).toEqual(
      expect.arrayContaining([
        "member_created_at",
        "listing_newest",
        "deal_closed_at_index",
        "rating_rated_at_index",
        "transfer_kind_timestamp_index",
        "swap_timestamp_index",
        "swap_ring_timestamp_index",
      ]),
    );
    const read = steps.filter((step) => step["Relation Name"]).map(rowsOf);
    expect(Math.max(...read)).toBeLessThan(1_000);
  });
});
