import { describe, expect, it } from "vitest";
import { readTwice } from "#test/reputation-oracle/agreement.ts";

// Ten thousand deals are read by `npm run test:long`; the demo community's real ones in demo.test.ts.
describe("given a made-up history of deals that end in every way", () => {
  it.each([7, 8])("then a second implementation of the score agrees to the unit (seed %i)", async (seed) => {
    const { asOf, oracle, replayed } = await readTwice(seed, 200);
    expect(asOf[0]).toBe(asOf[1]);
    expect(new Set(oracle.values()).size).toBeGreaterThan(10);
    expect(oracle).toEqual(replayed);
  });
});
