import { createPublicClient, http } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readStoredDeal, DEAL_STATUSES, type DealStatus } from "#domain/deal-state.ts";
import { timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { dealId } from "#domain/terms.ts";
import { DemoFailed, seedChain } from "#scripts/demo/chain.ts";
import { addressOf } from "#scripts/demo/accounts.ts";
import { followDeal } from "#scripts/demo/deal-course.ts";
import type { DemoExchange, Ending } from "#scripts/demo/exchange.ts";
import { EXCHANGES } from "#scripts/demo/exchanges.ts";
import { MEMBERS } from "#scripts/demo/members.ts";
import { DAY, HISTORY_DAYS } from "#scripts/demo/moment.ts";
import { startTestChain, type TestChain } from "#test/support/chain.ts";

const now = Math.floor(Date.now() / 1_000);
let chain: TestChain;
let client: ReturnType<typeof createPublicClient>;

beforeAll(async () => {
  chain = await startTestChain(new Date((now - HISTORY_DAYS * DAY) * 1_000));
  await seedChain({ rpcUrl: chain.rpcUrl, now, contracts: chain.contracts });
  client = createPublicClient({ transport: http(chain.rpcUrl, { batch: true }) });
});

afterAll(async () => {
  await chain.stop();
});

/** Where the escrow says a deal stands, in the words of the story. */
async function endingOf(exchange: DemoExchange): Promise<Ending> {
  const { last } = followDeal(exchange, now);
  const escrow = { address: chain.contracts.escrow, abi: timeEscrowAbi } as const;
  const id = dealId(last, { chainId: 31337, escrow: chain.contracts.escrow });
  const [[statusNumber, deadline], stored, { timestamp }] = await Promise.all([
    client.readContract({ ...escrow, functionName: "stageOf", args: [last] }),
    client.readContract({ ...escrow, functionName: "dealOf", args: [id] }),
    client.getBlock(),
  ]);
  const status = DEAL_STATUSES[statusNumber - 1] as DealStatus;
  const due = timestamp > deadline;
  switch (status) {
    case "pending":
      return due ? "pending, refund due" : "pending";
    case "active":
      if (due) return "active, refund due";
      return timestamp < last.deliverFrom ? "active, ahead of its slot" : "active, in its slot";
    case "delivered":
      return due ? "delivered, payment due" : "delivered";
    case "disputed":
      return due ? "disputed, split due" : "disputed";
    case "ruled":
      return due ? "ruled, ruling due" : "ruled";
    case "closed": {
      const outcome = readStoredDeal(stored, null)?.outcome;
      if (!outcome || outcome === "amended") throw new Error(`${exchange.key} closed as ${outcome}`);
      return outcome === "ruled" ? "ruled and paid" : outcome;
    }
    default:
      return status;
  }
}

describe("given a fresh local chain on which the story was played", () => {
  test("its clock stands beside the wall's", async () => {
    const { timestamp } = await client.getBlock();
    expect(Number(timestamp)).toBeGreaterThanOrEqual(now);
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(30);
  });

  test.each(EXCHANGES.map((exchange) => [exchange.key, exchange] as const))(
    "%s stands where the story says",
    async (_, exchange) => {
      expect(await endingOf(exchange)).toBe(exchange.ends);
    },
  );

  test("a dispute nobody ruled on in time is escalated without a transaction", () => {
    const silent = EXCHANGES.filter(
      ({ ends, steps }) => ends === "escalated" && !steps.some((step) => step.do === "appeal"),
    );
    expect(silent.map(({ key }) => key)).toEqual(["a-quartet-of-three"]);
  });

  test("an amended deal's old terms are closed as amended", async () => {
    const amended = EXCHANGES.map((exchange) => followDeal(exchange, now)).filter(
      ({ opening, last }) => opening !== last,
    );
    const escrow = chain.contracts.escrow;
    for (const { opening } of amended) {
      const id = dealId(opening, { chainId: 31337, escrow });
      const stored = await client.readContract({
        address: escrow,
        abi: timeEscrowAbi,
        functionName: "dealOf",
        args: [id],
      });
      expect(readStoredDeal(stored, null)?.outcome).toBe("amended");
    }
    expect(amended).toHaveLength(2);
  });

  test("promises ended in every way there is, and were converted and renewed", async () => {
    const { token } = chain.contracts;
    const eventsOf = <const Name extends "Burned" | "Converted" | "Renewed">(eventName: Name) =>
      client.getContractEvents({ address: token, abi: timeTokenAbi, eventName, fromBlock: 0n });
    const burned = await eventsOf("Burned");
    const [redeemed, forgiven, withdrawn, lapsed] = [0, 1, 2, 3];
    expect(new Set(burned.map(({ args }) => args.reason))).toEqual(new Set([redeemed, forgiven, withdrawn, lapsed]));
    expect((await eventsOf("Converted")).length).toBeGreaterThanOrEqual(3);
    expect(await eventsOf("Renewed")).toHaveLength(2);
  });

  test("nobody has promised more than their line", async () => {
    const token = { address: chain.contracts.token, abi: timeTokenAbi } as const;
    for (const { handle } of MEMBERS) {
      const issuer = addressOf(handle);
      const record = await client.readContract({ ...token, functionName: "issuerRecord", args: [issuer] });
      const line = await client.readContract({ ...token, functionName: "creditLine", args: [issuer] });
      expect(record.outstandingMinutes).toBeLessThanOrEqual(line);
    }
  });

  test("when the story is played again, then it is refused: the clock is past its beginning", async () => {
    const again = seedChain({ rpcUrl: chain.rpcUrl, now: now + DAY, contracts: chain.contracts });
    await expect(again).rejects.toBeInstanceOf(DemoFailed);
  });
});
