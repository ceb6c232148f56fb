import { setTimeout as sleep } from "node:timers/promises";
import type { Counts } from "../test-parts/part.ts";
import { indexHead, untilLive } from "../trial/index-status.ts";
import { underTraffic } from "../trial/rounds.ts";
import { mountSmallDisk } from "../trial/small-disk.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 3;
const DISK_MB = 96;
const FULL_S = 60;
const FULL_SHORT_S = 20;

/** The disk below the database has no byte left, for a while: nothing can be written that makes a table grow. */
export async function run({ short, verbose }: FaultOptions): Promise<Counts> {
  const disk = await mountSmallDisk(`disk-full-${process.pid}`, DISK_MB);
  const options = { name: "disk-full", rounds: short ? 1 : ROUNDS, verbose, databaseFolder: disk.folder };
  const seconds = short ? FULL_SHORT_S : FULL_S;
  try {
    return await underTraffic(options, async ({ ground, load }) => {
      const before = await indexHead(ground.databaseUrl);
      try {
        await disk.fill();
        await sleep(seconds * 1_000);
        await load.stop();
      } finally {
        await disk.clear();
      }
      // While it was full, Postgres may have taken no connection to ask.
      const after = await indexHead(ground.databaseUrl);
      const ms = await untilLive(ground);
      const blocks = `from block ${before?.block ?? 0} to ${after?.block ?? 0}`;
      return { what: `full for ${seconds} s (${blocks}), live after ${(ms / 1_000).toFixed(1)} s`, wrong: [] };
    });
  } finally {
    await disk.remove();
  }
}
