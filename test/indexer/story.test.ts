import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dealOutcome, transferKind } from "#indexer/ponder.schema.ts";
import { compareWithChain, describeDifference } from "./compare-with-chain.ts";
import { drawUpReceipts } from "./draw-up-receipts.ts";
import { startIndexedChain, type IndexedChain } from "./indexed-chain.ts";
import { playClaims } from "./scenario/claims.ts";
import { playConsents } from "./scenario/consents.ts";
import { DAY, idOf, open } from "./scenario/deals.ts";
import { playDisputes, playLapse } from "./scenario/disputes.ts";
import { playExchanges } from "./scenario/exchanges.ts";
import { playForgeries } from "./scenario/forgeries.ts";
import { playPanels } from "./scenario/panels.ts";
import { playRegistry } from "./scenario/registry.ts";
import { playSwaps } from "./scenario/swaps.ts";
import { mint, playTokens } from "./scenario/tokens.ts";
import { accountAt } from "./scenario/world.ts";

/** Two indexers and a chain share a busy machine. */
const PATIENCE_MS = 300_000;

let chain: IndexedChain;

beforeAll(async () => {
  chain = await startIndexedChain();
  await playTokens(chain.world);
  await playExchanges(chain.world);
  await playPanels(chain.world);
  await chain.startIndexer("tt_first", "chain");
  await chain.untilIndexed("chain");
  await playDisputes(chain.world);
  await playLapse(chain.world);
  await playClaims(chain.world);
  for (const play of [playConsents, playRegistry, playSwaps, playForgeries]) await play(chain.world);
}, PATIENCE_MS);

afterAll(async () => {
  await chain?.end();
}, PATIENCE_MS);

describe("given a chain on which everything happened, half of it while the indexer watched", () => {
  it(
    "then the index says what the contracts answer",
    async () => {
      await expectNoDifferences();
    },
    PATIENCE_MS,
  );

  it("then every kind of move and every outcome is among it", async () => {
    const kinds = await column("select distinct kind::text value from chain.transfer");
    const outcomes = await column("select distinct outcome::text value from chain.deal where outcome is not null");
    expect(kinds.sort()).toEqual([...transferKind.enumValues].sort());
    expect(outcomes.sort()).toEqual([...dealOutcome.enumValues].sort());
  });

  it("then only the seller who stayed silent defaulted", async () => {
    const silent = await column("select seller value from chain.deal where defaulted");
    const counted = await column("select address value from chain.member where defaulted_deals > 0");
    expect(silent).toEqual([accountAt(9).address.toLowerCase()]);
    expect(counted).toEqual(silent);
  });

  it("then members' counters are what their deals add up to", async () => {
    const { rows } = await chain.pool.query(COUNTER_DIFFERENCES);
    expect(rows).toEqual([]);
  });

  it("then every deal knows the one it began as, however often it was amended", async () => {
    const amended = await column("select count(*) value from chain.deal where amended_from is not null");
    expect(Number(amended[0])).toBeGreaterThan(0);
    expect(await column(DEALS_OF_UNKNOWN_ORIGIN)).toEqual([]);
  });

  it(
    "then every closed deal has a receipt, which proves what the index says",
    async () => {
      await chain.untilIndexed("chain");
      const drawn = await drawUpReceipts(chain);
      expect(drawn.length).toBeGreaterThan(20);
      for (const { proven, indexed } of drawn) expect(proven).toEqual(indexed);
    },
    PATIENCE_MS,
  );

  it(
    "when time passes into another UTC day, then every score is worked out as of it",
    async () => {
      await chain.world.waitUntil((await chain.world.now()) + 400 * DAY);
      await expectNoDifferences();
    },
    PATIENCE_MS,
  );

  it(
    "when something happens, then listeners wake with its block and find it in the feed",
    async () => {
      const buyer = accountAt(13);
      const id = await mint(chain.world, buyer, { unit: "hour", amount: 2n });
      await chain.untilIndexed("chain");
      const listener = await chain.pool.connect();
      const payloads: string[] = [];
      listener.on("notification", ({ payload }) => payloads.push(payload ?? ""));
      await listener.query("listen chain_live_query");

      const terms = await open(chain.world, { buyer, seller: accountAt(14), payment: [{ id, amount: 1n }] });
      await chain.untilIndexed("chain");
      await expect.poll(() => payloads.flatMap((payload) => JSON.parse(payload) as string[])).toContain("change");
      listener.release(true);

      const topics = await column(
        "select unnest(topics) value from chain.change where block = (select max(block) from chain.change)",
      );
      const everyone = [buyer, accountAt(14)].map(({ address }) => `member:${address.toLowerCase()}`);
      expect(topics).toEqual(expect.arrayContaining([`deal:${idOf(chain.world, terms)}`, `token:${id}`, ...everyone]));
    },
    PATIENCE_MS,
  );

  it(
    "when the chain drops blocks and goes on otherwise, then the index follows",
    async () => {
      const [buyer, seller] = [accountAt(15), accountAt(16)];
      const id = await mint(chain.world, buyer, { unit: "hour", amount: 5n });
      const terms = await open(chain.world, { buyer, seller, payment: [{ id, amount: 1n }] });
      const snapshot = await chain.world.client.snapshot();
      await chain.world.act(buyer, "escrow", "confirm", [terms]);
      await chain.untilIndexed("chain");
      await chain.world.client.revert({ id: snapshot });
      await chain.world.act(seller, "escrow", "refund", [terms]);
      await chain.world.client.mine({ blocks: 3 });
      await expectNoDifferences();
      expect(
        await column(`select outcome::text value from chain.deal where id = '${idOf(chain.world, terms)}'`),
      ).toEqual(["refunded"]);
    },
    PATIENCE_MS,
  );

  it(
    "then an index built anew is equal, row for row",
    async () => {
      await chain.startIndexer("tt_second", "again");
      await chain.untilIndexed("again");
      const tables = await column("select table_name value from information_schema.views where table_schema = 'again'");
      const compared = tables.filter((table) => table !== "head" && !table.startsWith("_ponder"));
      expect(compared.length).toBeGreaterThan(10);
      for (const table of compared) {
        expect(await rowsOf("again", table), table).toEqual(await rowsOf("chain", table));
      }
    },
    PATIENCE_MS,
  );
});

async function expectNoDifferences(): Promise<void> {
  await chain.untilIndexed("chain");
  const { differences, compared } = await compareWithChain({ ...chain, contracts: chain.world.contracts });
  expect(differences.map(describeDifference)).toEqual([]);
  expect(compared).toBeGreaterThan(500);
}

async function column(select: string): Promise<string[]> {
  return (await chain.pool.query<{ value: string }>(select)).rows.map(({ value }) => value);
}

async function rowsOf(views: string, table: string): Promise<string[]> {
  return column(`select to_json(t)::text value from "${views}"."${table}" t order by 1`);
}

/** Deals that do not share their origin with the one before them, or have another than themselves though none was. */
const DEALS_OF_UNKNOWN_ORIGIN = `
  select d.id value from chain.deal d left join chain.deal before on before.id = d.amended_from
  where d.origin is distinct from coalesce(before.origin, d.id)`;

/** Members whose counters are not the sums of the deals they accepted and the ratings they got. An amended deal goes on
 * under another id, so it counts once. */
const COUNTER_DIFFERENCES = `
  with taken as (select * from chain.deal where accepted_at is not null),
  sides as (select buyer address, 'buyer' side, * from taken union all select seller, 'seller', * from taken),
  sums as (
    select address,
      count(*) filter (where side = 'buyer' and amended_from is null) bought,
      count(*) filter (where side = 'seller' and amended_from is null) sold,
      count(*) filter (where outcome = 'completed') completed,
      count(*) filter (where disputed_at is not null) disputed,
      coalesce(sum(seller_minutes) filter (where side = 'seller'), 0) given,
      coalesce(sum(seller_minutes) filter (where side = 'buyer'), 0) got
    from sides group by address),
  ratings as (select ratee address, count(*) rated, sum(stars) stars from chain.rating group by ratee)
  select m.address from chain.member m left join sums s using (address) left join ratings r using (address)
  where (m.deals_as_buyer, m.deals_as_seller, m.completed_deals, m.disputed_deals, m.minutes_given, m.minutes_got,
      m.rating_count, m.star_sum)
    is distinct from (coalesce(bought, 0), coalesce(sold, 0), coalesce(completed, 0), coalesce(disputed, 0),
      coalesce(given, 0), coalesce(got, 0), coalesce(rated, 0), coalesce(stars, 0))`;
