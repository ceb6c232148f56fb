import { askChain } from "../chain/rpc.ts";
import type { Counts } from "../test-parts/part.ts";
import { replaceBlocks } from "../trial/replace-blocks.ts";
import { inRounds } from "../trial/rounds.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 100;
/** One less than Ponder's finality on the local chain: it takes that many blocks back by itself. */
const DEEPEST = 29;

/** Blocks that the index has are taken back, and others come in their place. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  return inRounds({ name: "reorg", rounds: short ? 3 : ROUNDS, verbose }, async (trial) => {
    await askChain(trial.ground.rpcUrl, "evm_setIntervalMining", [0]);
    const depth = await replaceBlocks(trial, trial.random.between(1, DEEPEST));
    return { what: `${depth} blocks replaced`, wrong: [] };
  });
}
