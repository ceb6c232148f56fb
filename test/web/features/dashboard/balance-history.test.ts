import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceBalance } from "#web/features/dashboard/balance-history.ts";

const NOW = 1_000;

describe("given nothing", () => {
  it("has no history", () => {
    expect(traceBalance([], [], NOW)).toEqual([]);
  });
});

describe("given moves", () => {
  it("adds them up in the order of time, and goes on until now", () => {
    const moves = [
      { at: 20, minutes: -30 },
      { at: 10, minutes: 90 },
    ];
    expect(traceBalance(moves, [], NOW)).toEqual([
      { at: 10, minutes: 90 },
      { at: 20, minutes: 60 },
      { at: NOW, minutes: 60 },
    ]);
  });
  it("counts what ran out until its end", () => {
    expect(traceBalance([{ at: 10, minutes: 90 }], [{ expiry: 50, minutes: 40 }], NOW)).toEqual([
      { at: 10, minutes: 90 },
      { at: 50, minutes: 50 },
      { at: NOW, minutes: 50 },
    ]);
  });
  it("ends at the sum, with each moment once", () => {
    const move = fc.record({ at: fc.integer({ min: 1, max: 20 }), minutes: fc.integer({ min: -600, max: 600 }) });
    fc.assert(
      fc.property(fc.array(move, { minLength: 1 }), (moves) => {
        const points = traceBalance(moves, [], NOW);
        expect(points.at(-1)?.minutes).toBe(moves.reduce((sum, { minutes }) => sum + minutes, 0));
        expect(new Set(points.map(({ at }) => at)).size).toBe(points.length);
      }),
    );
  });
});
