import { describe, expect, test } from "vitest";
import { indexStateOf, isLive, type IndexStanding } from "#domain/index-state.ts";

const GOOD: IndexStanding = {
  isChainReachable: true,
  isRebuilding: false,
  isOnChain: true,
  lag: { blocks: 0, seconds: 0 },
};

describe("given how an index stands to its chain", () => {
  test.each([
    ["live", {}],
    ["catching_up", { isOnChain: null, lag: null }],
    ["catching_up", { isOnChain: false }],
    ["catching_up", { lag: { blocks: 40, seconds: 80 } }],
    ["chain_unreachable", { isChainReachable: false }],
    ["resyncing", { isRebuilding: true }],
    ["resyncing", { isRebuilding: true, isChainReachable: false }],
  ] as const)("it is %s with %o", (state, amiss) => {
    expect(indexStateOf({ ...GOOD, ...amiss })).toBe(state);
  });

  test("two blocks, or as many as ten seconds bring, are on their way", () => {
    expect(isLive({ blocks: 2, seconds: 24 })).toBe(true);
    expect(isLive({ blocks: 40, seconds: 10 })).toBe(true);
    expect(isLive({ blocks: 3, seconds: 11 })).toBe(false);
  });
});
