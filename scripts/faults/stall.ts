import type { Counts } from "../test-parts/part.ts";
import { readStatus, untilLive } from "../trial/index-status.ts";
import { underTraffic } from "../trial/rounds.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 5;
const RESTARTED_MS = 60_000;

/** The process that writes the index stands still without ending: it keeps its connections, and its lock. */
export function run({ short, verbose }: FaultOptions): Promise<Counts> {
  return underTraffic({ name: "stall", rounds: short ? 1 : ROUNDS, verbose }, async ({ ground, load }) => {
    const { ponderPid } = await readStatus(ground.databaseUrl);
    process.kill(ponderPid, "SIGSTOP");
    const ms = await untilLive(ground, RESTARTED_MS);
    await load.stop();
    const { ponderPid: next } = await readStatus(ground.databaseUrl);
    return {
      what: `stopped, live again after ${(ms / 1_000).toFixed(1)} s`,
      wrong: next === ponderPid ? ["the writer that stood still was not replaced"] : [],
    };
  });
}
