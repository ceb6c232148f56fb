import type { Counts } from "../test-parts/part.ts";
import { untilLive } from "../trial/index-status.ts";
import { watchResync } from "../trial/resync.ts";
import { inRounds } from "../trial/rounds.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 5;

/** The chain ends, and another one begins in its place under the same chain id: shorter, and with other deals. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  return inRounds({ name: "chain-reset", rounds: short ? 1 : ROUNDS, verbose }, async ({ ground, traffic, random }) => {
    for (let step = random.between(5, 20); step > 0; step -= 1) await traffic.step();
    await untilLive(ground);
    const { what, wrong } = await watchResync(ground, async (done) => {
      await ground.restartChain();
      done();
      traffic.forget();
      await traffic.begin();
      for (let step = random.between(5, 20); step > 0; step -= 1) await traffic.step();
    });
    return { what: `another chain, ${what}`, wrong };
  });
}
