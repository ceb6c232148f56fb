import { setTimeout as sleep } from "node:timers/promises";
import { numberToHex } from "viem";
import { askChain } from "../chain/rpc.ts";
import { waitUntil } from "../processes/wait-until.ts";
import type { Counts } from "../test-parts/part.ts";
import { startFlakyProxy, type FlakyProxy } from "../trial/flaky-proxy.ts";
import { readStatus, untilLive } from "../trial/index-status.ts";
import { inRounds, type Trial } from "../trial/rounds.ts";
import { createSeeded } from "../trial/seeded.ts";
import { killConnection, killWriter } from "../trial/strikes.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 30;
const LIVE_MS = 90_000;

type Act = { name: string; perform: (trial: Trial, proxy: FlakyProxy) => Promise<void> };

/** What can go wrong, each of it alone a fault of its own here. */
const ACTS: readonly Act[] = [
  { name: "deals", perform: ({ traffic, random }) => stepsOf(traffic, random.between(3, 25)) },
  { name: "many blocks", perform: ({ ground, random }) => mineAtOnce(ground.rpcUrl, random.between(5, 400)) },
  { name: "reorg", perform: (trial) => takeBack(trial, trial.random.between(1, 29)) },
  { name: "deep reorg", perform: (trial) => takeBack(trial, trial.random.between(30, 90)) },
  // Where the server has just been killed there may be neither yet.
  { name: "writer killed", perform: ({ ground }) => killWriter(ground).catch(() => undefined) },
  { name: "server killed", perform: crashServer },
  { name: "connection killed", perform: ({ ground }) => killConnection(ground).catch(() => undefined) },
  { name: "node away", perform: ({ random }, proxy) => during(proxy, "away", random.between(200, 3_000)) },
  { name: "node flaky", perform: ({ random }, proxy) => during(proxy, "flaky", random.between(500, 5_000)) },
  { name: "pause", perform: ({ random }) => sleep(random.between(0, 3_000)) },
];

/** Several faults, one soon after the other, in any order. */
export async function run({ short, verbose }: FaultOptions): Promise<Counts> {
  let proxy: FlakyProxy | undefined;
  const between = async (rpcUrl: string) => (proxy = await startFlakyProxy(rpcUrl, createSeeded(41))).url;
  try {
    return await inRounds({ name: "chaos", rounds: short ? 2 : ROUNDS, verbose, between }, async (trial) => {
      if (!proxy) throw new Error("There is no node between.");
      await askChain(trial.ground.rpcUrl, "evm_setIntervalMining", [0]);
      const acts = Array.from({ length: trial.random.between(3, 7) }, () => trial.random.pick(ACTS));
      const what = acts.map(({ name }) => name).join(", ");
      for (const { perform } of acts) await perform(trial, proxy);
      return untilLive(trial.ground, LIVE_MS).then(
        (ms) => ({ what: `${what}; live after ${(ms / 1_000).toFixed(1)} s`, wrong: [] }),
        (error: unknown) => ({ what, wrong: [String(error)] }),
      );
    });
  } finally {
    proxy?.close();
  }
}

/** Where a connection has just been killed, the server is still busy with that. */
async function crashServer({ ground }: Trial): Promise<void> {
  const answers = async () => (await readStatus(ground.databaseUrl)) !== null;
  await waitUntil("The database", answers, { signal: new AbortController().signal });
  await ground.crashPostgres();
}

async function stepsOf(traffic: Trial["traffic"], steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await traffic.step();
}

async function mineAtOnce(rpcUrl: string, blocks: number): Promise<void> {
  await askChain(rpcUrl, "hardhat_mine", [numberToHex(blocks)]);
}

/** The index may have some of the blocks by then, or all of them, or none. */
async function takeBack({ ground, traffic, random }: Trial, blocks: number): Promise<void> {
  const snapshot = await askChain(ground.rpcUrl, "evm_snapshot");
  await stepsOf(traffic, blocks);
  await sleep(random.between(0, 1_500));
  await askChain(ground.rpcUrl, "evm_revert", [snapshot]);
  traffic.forget();
  await stepsOf(traffic, blocks + random.between(0, 3));
}

async function during(proxy: FlakyProxy, weather: FlakyProxy["weather"], ms: number): Promise<void> {
  proxy.weather = weather;
  await sleep(ms);
  proxy.weather = "fair";
}
