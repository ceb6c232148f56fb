import { askChain } from "../chain/rpc.ts";
import type { Counts } from "../test-parts/part.ts";
import { replaceBlocks } from "../trial/replace-blocks.ts";
import { watchResync } from "../trial/resync.ts";
import { inRounds } from "../trial/rounds.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 10;
/** Ponder moves its finality on the local chain every thirty blocks, to thirty below the newest: so many reach below it. */
const SHALLOWEST = 65;
const DEEPEST = 120;

/** Blocks that Ponder holds for final are taken back: by itself it would never show it. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  return inRounds({ name: "deep-reorg", rounds: short ? 1 : ROUNDS, verbose }, async (trial) => {
    const { ground, random } = trial;
    await askChain(ground.rpcUrl, "evm_setIntervalMining", [0]);
    let depth = 0;
    const { what, wrong } = await watchResync(ground, async (done) => {
      depth = await replaceBlocks(trial, random.between(SHALLOWEST, DEEPEST), done);
    });
    return { what: `${depth} blocks replaced, ${what}`, wrong };
  });
}
