import { describe, expect, test } from "vitest";
import { createWatchdog, type Fault, type Glance } from "#scripts/indexer/watchdog.ts";

const START = 1_000_000;

/** Glances at a writer second by second. @returns what is found wrong with it first, and at which second */
function firstFault(seconds: number, at: (second: number) => Partial<Glance>): { fault: Fault; second: number } | null {
  const faultOf = createWatchdog();
  for (let second = 0; second <= seconds; second += 1) {
    const now = START + second * 1_000;
    const glance: Glance = {
      now,
      runsSince: START,
      heartbeatAt: now,
      isReady: true,
      indexBlock: 7,
      isBehind: true,
      lagBlocks: 1,
      ...at(second),
    };
    const fault = faultOf(glance);
    if (fault) return { fault, second };
  }
  return null;
}

/** @returns the first second at which it is found to stand still */
function firstStall(seconds: number, at: (second: number) => Partial<Glance>): number | null {
  const found = firstFault(seconds, at);
  if (found) expect(found.fault).toBe("stands still");
  return found?.second ?? null;
}

describe("given a writer of the index", () => {
  test("one that stands still behind the chain is found within a minute", () => {
    expect(firstStall(120, () => ({}))).toBe(21);
  });

  test("one that moves, however slowly, is left alone", () => {
    expect(firstStall(300, (second) => ({ indexBlock: Math.floor(second / 15) }))).toBeNull();
  });

  test("one with nothing to do is left alone, and its time counts from when there is something", () => {
    expect(firstStall(300, () => ({ isBehind: false }))).toBeNull();
    expect(firstStall(300, (second) => ({ isBehind: second > 100 }))).toBe(121);
  });

  test("one that fills the index for the first time is left alone while it shows life", () => {
    expect(firstStall(600, () => ({ isReady: false }))).toBeNull();
  });

  test("one that shows no life any more is found within a minute", () => {
    expect(firstStall(120, () => ({ isReady: false, heartbeatAt: START + 5_000 }))).toBe(46);
  });

  test("one that is starting has three minutes, whatever the one before it left behind", () => {
    expect(firstStall(300, () => ({ heartbeatAt: START - 60_000 }))).toBe(181);
  });

  test("one that has hundreds of blocks to take one by one is started anew, to take them together", () => {
    const catchingUp = (second: number) => ({ indexBlock: second * 28, lagBlocks: 1_000 - second * 28 });
    expect(firstFault(60, catchingUp)).toEqual({ fault: "is far behind", second: 1 });
    expect(firstFault(60, (second) => ({ indexBlock: second, lagBlocks: 300 }))).toBeNull();
  });

  test("one that takes them together already is let be", () => {
    expect(firstFault(60, (second) => ({ indexBlock: second, lagBlocks: 5_000, isReady: false }))).toBeNull();
    expect(firstFault(60, (second) => ({ indexBlock: second, lagBlocks: 5_000, heartbeatAt: START - 1 }))).toBeNull();
  });

  test("one that has only just begun to follow shows an old head, and has time to show a new one", () => {
    const begun = (second: number) =>
      second < 10 ? { lagBlocks: 5_000 } : { indexBlock: 4_990 + second, lagBlocks: 10 };
    expect(firstFault(60, begun)).toBeNull();
  });
});
