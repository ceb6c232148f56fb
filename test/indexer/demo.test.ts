import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployments } from "#domain/generated/deployments.ts";
import { seedChain } from "#scripts/demo/chain.ts";
import { DAY, HISTORY_DAYS } from "#scripts/demo/moment.ts";
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
});
