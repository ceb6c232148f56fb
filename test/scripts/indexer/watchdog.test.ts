import { describe, expect, test } from "vitest";
import { createWatchdog, type Glance } from "#scripts/indexer/watchdog.ts";

const START = 1_000_000;

/** Glances at a writer second by second. @returns the first second at which it is found to stand still */
function firstStall(seconds: number, at: (second: number) => Partial<Glance>): number | null {
  const isStalled = createWatchdog();
  for (let second = 0; second <= seconds; second += 1) {
    const now = START + second * 1_000;
    const glance: Glance = {
      now,
      runsSince: START,
      heartbeatAt: now,
      isReady: true,
      indexBlock: 7,
      isBehind: true,
      ...at(second),
    };
    if (isStalled(glance)) return second;
  }
  return null;
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
});
