import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployments } from "#domain/generated/deployments.ts";
import { seedChain } from "#scripts/demo/chain.ts";
import { DAY, HISTORY_DAYS } from "#scripts/demo/moment.ts";
import { scoresFromChain } from "#test/reputation-oracle/oracle.ts";
import { compareWithChain, describeDifference } from "./compare-with-chain.ts";
import { startIndexedChain, type IndexedChain } from "./indexed-chain.ts";

const PATIENCE_MS = 300_000;
const now = Math.floor(Date.now() / 1_000);
let chain: IndexedChain;

beforeAll(async () => {
  chain = await startIndexedChain(new Date((now - HISTORY_DAYS * DAY) * 1_000));
  await seedChain({ rpcUrl: chain.rpcUrl, now, contracts: deployments[31337] });
  await chain.startIndexer("tt_demo", "chain");
  await chain.untilIndexed("chain");
}, PATIENCE_MS);

afterAll(async () => {
  await chain?.end();
}, PATIENCE_MS);

describe("given the demo community's sixty days and a fresh index", () => {
  it(
    "then every balance, supply, credit line, deal and score is what the contracts answer",
    async () => {
      const { pool, rpcUrl } = chain;
      const { compared, differences } = await compareWithChain({ pool, rpcUrl, contracts: deployments[31337] });
      expect(differences.map(describeDifference)).toEqual([]);
      expect(compared).toBeGreaterThan(1_000);
    },
    PATIENCE_MS,
  );

  it("then every score is what the published page makes of the raw logs, read with another library", async () => {
    const { asOf, scores } = await scoresFromChain(chain.rpcUrl, deployments[31337]);
    const { rows } = await chain.pool.query<{ address: string; score: number; as_of: number }>(
      "select address, score, as_of from chain.reputation",
    );
    expect(new Set(rows.map((row) => row.as_of))).toEqual(new Set([asOf]));
    expect(Object.fromEntries(rows.map(({ address, score }) => [address, score]))).toEqual(Object.fromEntries(scores));
  });

  it("then it shows swaps and a ring, a slot taken, and arbiters who ruled, stayed silent, were overturned, and voted", async () => {
    const { rows } = await chain.pool.query(`select
      (select count(*)::int from chain.swap where ring_id is null) fills,
      (select max(orders) from chain.swap_ring) ring,
      (select count(*)::int from chain.offer_slot) slots,
      (select count(*)::int from chain.arbiter_listing where left_at is null) listed,
      (select decision::text from chain.panel_case) decision,
      (select "end"::text from chain.arbiter_turn where arbiter = (select address from chain.panel)) panel,
      (select sum(silent) > 0 from chain.arbiter) silent,
      (select sum(overturned) > 0 from chain.arbiter) overturned,
      (select max(abs(difference_minutes))::int from chain.promise_check) difference`);
    expect(rows).toEqual([
      {
        ...{ fills: 2, ring: 3, slots: 1, listed: 4, decision: "ruling", panel: "ruled" },
        ...{ silent: true, overturned: true, difference: 0 },
      },
    ]);
  });
});
