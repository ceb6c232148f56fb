import { describe, expect, it } from "vitest";
import { readTwice } from "#test/reputation-oracle/agreement.ts";

const PATIENCE_MS = 600_000;

describe("given histories of ten thousand deals", () => {
  it.each([1, 2026, 0xdecaf])(
    "then the implementation from the published page agrees with ours to the unit (seed %i)",
    async (seed) => {
      const { asOf, oracle, replayed } = await readTwice(seed, 10_000);
      expect(asOf[0]).toBe(asOf[1]);
      expect(oracle.size).toBeGreaterThan(900);
      expect(oracle).toEqual(replayed);
    },
    PATIENCE_MS,
  );
});
