import { describe, expect, it } from "vitest";
import { verdictOf } from "#web/features/explorer/verdict.ts";

describe("given a fact of the index and the same fact at the node", () => {
  it("when they are the same, in whatever type or case, then they are equal, however far the index is", () => {
    expect(verdictOf({ index: 60, node: 60n }, false)).toBe("equal");
    expect(verdictOf({ index: "0xab", node: "0xAB" }, true)).toBe("equal");
    expect(verdictOf({ index: null, node: null }, false)).toBe("equal");
  });

  it("when they differ at the same block, then that is said, and not excused", () => {
    expect(verdictOf({ index: 60, node: 61n }, false)).toBe("different");
    expect(verdictOf({ index: null, node: 0 }, false)).toBe("different");
  });

  it("when the node speaks of a later block, then the index may still come to it", () => {
    expect(verdictOf({ index: null, node: 3 }, true)).toBe("pending");
  });

  it("when the node does not answer, then nothing was compared", () => {
    expect(verdictOf({ index: 1, node: undefined }, false)).toBe("unanswered");
  });
});
