import { setTimeout as sleep } from "node:timers/promises";
import type { Counts } from "../test-parts/part.ts";
import { startFlakyProxy, type FlakyProxy, type Weather } from "../trial/flaky-proxy.ts";
import { readStatus, untilLive } from "../trial/index-status.ts";
import { underTraffic } from "../trial/rounds.ts";
import { createSeeded } from "../trial/seeded.ts";
import type { FaultOptions } from "./main.ts";

const CAUGHT_UP_MS = 30_000;

/** How long each kind of trouble lasts, in seconds. */
const TROUBLES = [
  { weather: "flaky", long: 300, short: 20 },
  { weather: "away", long: 600, short: 20 },
] as const satisfies readonly { weather: Weather; long: number; short: number }[];

/** The node answers two questions of five with errors of six kinds; then it is away altogether. */
export async function run({ short, verbose }: FaultOptions): Promise<Counts> {
  let proxy: FlakyProxy | undefined;
  const between = async (rpcUrl: string) => (proxy = await startFlakyProxy(rpcUrl, createSeeded(40))).url;
  const troubles = [...TROUBLES];
  const options = { name: "rpc-flap", rounds: troubles.length, verbose, between, pauseMs: short ? 300 : 1_000 };
  try {
    return await underTraffic(options, async ({ ground }) => {
      const trouble = troubles.shift();
      if (!trouble || !proxy) throw new Error("No trouble is left.");
      const seconds = trouble[short ? "short" : "long"];
      const before = { ...proxy.counts };
      proxy.weather = trouble.weather;
      await sleep(seconds * 1_000);
      const { state } = await readStatus(ground.databaseUrl);
      proxy.weather = "fair";
      const failures = proxy.counts.bad - before.bad;
      const ms = await untilLive(ground, CAUGHT_UP_MS);
      return {
        what: `${trouble.weather} for ${seconds} s (${failures} errors, the pages said ${state}), caught up after ${(ms / 1_000).toFixed(1)} s`,
        wrong: trouble.weather === "away" && state !== "chain_unreachable" ? [`the pages said ${state}`] : [],
      };
    });
  } finally {
    proxy?.close();
  }
}
