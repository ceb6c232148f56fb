import { askChain } from "../chain/rpc.ts";
import { waitUntil } from "../processes/wait-until.ts";
import type { Counts } from "../test-parts/part.ts";
import { chainHead, indexHead, readStatus, untilLive } from "../trial/index-status.ts";
import { inRounds, type Trial } from "../trial/rounds.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 20;
const FOLLOWED_MS = 10_000;
const DEEPEST = 20;
/** From more than Hardhat makes one by one, to what a writer follows without being started anew. */
const AT_ONCE = [40, 280] as const;

/** Blocks are taken back, or many made at once, and then nothing happens: no further block tells the index where the chain is. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  let isReorg = false;
  return inRounds({ name: "quiet-chain", rounds: short ? 2 : ROUNDS, verbose }, async (trial) => {
    const { rpcUrl, databaseUrl } = trial.ground;
    await askChain(rpcUrl, "evm_setIntervalMining", [0]);
    const before = await readStatus(databaseUrl);
    isReorg = !isReorg;
    const done = await (isReorg ? takeBack(trial) : mineAtOnce(trial));
    const ms = await untilSame(trial);
    const { ponderPid } = await readStatus(databaseUrl);
    return {
      what: `${done}, followed after ${(ms / 1_000).toFixed(1)} s`,
      wrong: ponderPid === before.ponderPid ? [] : ["the index was followed by a new writer alone"],
    };
  });
}

async function takeBack({ ground, traffic, random }: Trial): Promise<string> {
  const snapshot = await askChain(ground.rpcUrl, "evm_snapshot");
  const blocks = random.between(1, DEEPEST);
  for (let block = 0; block < blocks; block += 1) await traffic.step();
  await untilLive(ground);
  await askChain(ground.rpcUrl, "evm_revert", [snapshot]);
  traffic.forget();
  return `${blocks + 1} blocks taken back`;
}

async function mineAtOnce({ ground, random }: Trial): Promise<string> {
  const blocks = random.between(...AT_ONCE);
  await askChain(ground.rpcUrl, "hardhat_mine", [`0x${blocks.toString(16)}`]);
  return `${blocks} blocks at once`;
}

/** @returns after how many milliseconds the newest block of the index was the chain's */
async function untilSame({ ground }: Trial): Promise<number> {
  const begun = performance.now();
  const { hash } = await chainHead(ground.rpcUrl);
  const patience = { signal: new AbortController().signal, timeoutMs: FOLLOWED_MS, everyMs: 50 };
  await waitUntil("The index", async () => (await indexHead(ground.databaseUrl))?.hash === hash, patience);
  return Math.round(performance.now() - begun);
}
