import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, afterAll, describe, expect, test } from "vitest";
import { askChain } from "#scripts/chain/rpc.ts";
import { startHeadRelay, type HeadRelay } from "#scripts/indexer/head-relay.ts";
import { startFlakyProxy } from "#scripts/trial/flaky-proxy.ts";
import { createSeeded } from "#scripts/trial/seeded.ts";
import { startTestChain, type TestChain } from "#test/support/chain.ts";

let chain: TestChain;
let relay: HeadRelay | undefined;

beforeAll(async () => {
  chain = await startTestChain();
  await askChain(chain.rpcUrl, "evm_setIntervalMining", [0]);
});

afterAll(() => chain?.stop());

afterEach(() => relay?.close());

type Header = { number: string; hash: string; parentHash: string; logsBloom: string; transactions?: unknown };

/** Subscribes at the relay as Ponder does. @returns what it was told so far */
async function subscribe(url: string): Promise<Header[]> {
  const told: Header[] = [];
  const socket = new WebSocket(url);
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  let subscription: unknown;
  socket.addEventListener("message", ({ data }) => {
    const { id, result, params } = JSON.parse(String(data)) as {
      id?: number;
      result?: string;
      params?: { subscription: string; result: Header };
    };
    if (id === 1) subscription = result;
    if (params && params.subscription === subscription) told.push(params.result);
  });
  socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] }));
  return told;
}

const newest = () => askChain(chain.rpcUrl, "eth_getBlockByNumber", ["latest", false]) as Promise<Header>;
const mine = () => askChain(chain.rpcUrl, "evm_mine");

async function untilTold(told: readonly Header[], { hash }: Header): Promise<void> {
  await expect.poll(() => told.at(-1)?.hash, { timeout: 5_000, interval: 5 }).toBe(hash);
}

describe("given a chain of which a relay tells the newest block", () => {
  test("when one subscribes, it is told at once, as a header alone", async () => {
    relay = await startHeadRelay(chain.rpcUrl);
    const told = await subscribe(relay.url);
    const { transactions: _, ...header } = await newest();
    await untilTold(told, await newest());
    expect(told).toEqual([header]);
  });

  test("when blocks are mined, each is told long before anybody would have asked again", async () => {
    relay = await startHeadRelay(chain.rpcUrl);
    const told = await subscribe(relay.url);
    await untilTold(told, await newest());
    await sleep(150);
    const begun = performance.now();
    for (let block = 0; block < 5; block += 1) {
      await mine();
      await untilTold(told, await newest());
    }
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(new Set(told.map(({ hash }) => hash)).size).toBe(6);
  });

  test("when nothing is mined, then the newest block is told again, for those who did not take it in", async () => {
    relay = await startHeadRelay(chain.rpcUrl);
    const told = await subscribe(relay.url);
    await expect.poll(() => told.length, { timeout: 5_000 }).toBeGreaterThan(2);
    expect(new Set(told.map(({ hash }) => hash))).toEqual(new Set([(await newest()).hash]));
  });

  test("when the newest block is taken back and nothing is mined, the one before is told", async () => {
    const before = await newest();
    const snapshot = await askChain(chain.rpcUrl, "evm_snapshot");
    await mine();
    relay = await startHeadRelay(chain.rpcUrl);
    const told = await subscribe(relay.url);
    await untilTold(told, await newest());
    await askChain(chain.rpcUrl, "evm_revert", [snapshot]);
    await untilTold(told, before);
  });

  test("when the node takes no web socket, or fails, its newest block is told all the same", async () => {
    const proxy = await startFlakyProxy(chain.rpcUrl, createSeeded(1));
    try {
      relay = await startHeadRelay(proxy.url);
      const told = await subscribe(relay.url);
      await untilTold(told, await newest());
      proxy.weather = "away";
      await mine();
      await sleep(300);
      expect(told.at(-1)?.hash).not.toBe((await newest()).hash);
      proxy.weather = "fair";
      await untilTold(told, await newest());
    } finally {
      proxy.close();
    }
  });

  test("when a follower is gone, the others are told", async () => {
    relay = await startHeadRelay(chain.rpcUrl);
    const [gone, stays] = [await subscribe(relay.url), await subscribe(relay.url)];
    await untilTold(gone, await newest());
    await mine();
    await untilTold(stays, await newest());
  });
});
