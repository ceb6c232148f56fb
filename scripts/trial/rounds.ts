import { setTimeout as sleep } from "node:timers/promises";
import { prefixedLog } from "../processes/lines.ts";
import type { Counts } from "../test-parts/part.ts";
import { differencesFromChain, differencesFromFresh } from "./equality.ts";
import { prepareGround, type Ground, type GroundOptions } from "./ground.ts";
import { untilLive } from "./index-status.ts";
import { createSeeded, type Seeded } from "./seeded.ts";
import { createTraffic, type Traffic } from "./traffic.ts";

/** Where one fault is brought about, again and again. */
export type Trial = { ground: Ground; traffic: Traffic; random: Seeded; load: Load };

/** Deals that go on while something else is done. */
export type Load = {
  start(): void;
  /** Returns once the last step is done. */
  stop(): Promise<void>;
};

/** What one round did, and what of it was not as it must be. */
export type Round = { what: string; wrong: readonly string[] };

export type RoundsOptions = Omit<GroundOptions, "log"> & {
  rounds: number;
  verbose: boolean;
  /** Between two steps of the deals. */
  pauseMs?: number;
};

/** Every so many rounds the index is compared with one built anew, too. */
const FRESH_EVERY = 10;
const SHOWN_LINES = 6;
/** A block every so often is more than any time bank makes, and what Ponder follows with ease. */
const BETWEEN_STEPS_MS = 300;
const SEED = 20_261_128;

/**
 * Brings a fault about round by round while members deal with each other, and compares the index with the chain after
 * each.
 */
export async function underTraffic(
  options: RoundsOptions,
  bringAbout: (trial: Trial) => Promise<Round>,
): Promise<Counts> {
  return inRounds(options, async (trial) => {
    trial.load.start();
    try {
      return await bringAbout(trial);
    } finally {
      await trial.load.stop();
    }
  });
}

/** As {@link underTraffic}, without deals but those the rounds make themselves. */
export async function inRounds(
  { rounds, verbose, pauseMs = BETWEEN_STEPS_MS, ...options }: RoundsOptions,
  bringAbout: (trial: Trial) => Promise<Round>,
): Promise<Counts> {
  const log = verbose ? prefixedLog(process.stderr) : () => undefined;
  const ground = await prepareGround({ ...options, log });
  try {
    const random = createSeeded(SEED);
    const traffic = createTraffic(ground.rpcUrl, ground.contracts, random);
    const trial = { ground, traffic, random, load: createLoad(traffic, pauseMs) };
    await traffic.begin();
    await ground.startIndexer();
    await untilLive(ground);
    const counts = { passed: 0, failed: 0 };
    for (let round = 1; round <= rounds; round += 1) {
      const { what, wrong } = await judge(trial, round, bringAbout);
      counts[wrong.length === 0 ? "passed" : "failed"] += 1;
      console.log(`${wrong.length === 0 ? "✔" : "✘"} ${round}: ${what}`);
      for (const line of wrong.slice(0, SHOWN_LINES)) console.log(`    ${line}`);
    }
    return counts;
  } finally {
    await ground.end();
  }
}

async function judge(trial: Trial, round: number, bringAbout: (trial: Trial) => Promise<Round>): Promise<Round> {
  try {
    const { what, wrong } = await bringAbout(trial);
    await untilLive(trial.ground);
    const differences = await differencesFromChain(trial.ground);
    const isFreshDue = round % FRESH_EVERY === 0 || round === 1;
    const stale = isFreshDue ? await differencesFromFresh(trial.ground) : [];
    const all = [...wrong, ...differences, ...stale.map((table) => `${table} differs from a fresh index`)];
    return { what: `${what}; ${isFreshDue ? "equal to chain and fresh index" : "equal to chain"}`, wrong: all };
  } catch (error) {
    return { what: "did not hold", wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function createLoad(traffic: Traffic, pauseMs: number): Load {
  let running: Promise<void> | null = null;
  let isOn = false;

  async function goOn(): Promise<void> {
    while (isOn) {
      await traffic.step();
      await sleep(pauseMs);
    }
  }

  return {
    start() {
      isOn = true;
      running = goOn();
      running.catch(() => undefined);
    },
    async stop() {
      isOn = false;
      await running;
    },
  };
}
