import fc from "fast-check";
import { zeroAddress, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { countTurn, NO_TURNS, passTime, takeTurnStep, type ArbiterTurns, type TurnStep } from "#domain/arbiter-turn.ts";
import { stageAt } from "#domain/deal.ts";
import type { DealState } from "#domain/deal-state.ts";
import { APPEAL_ARBITER, ARBITER, exampleDeal, exampleTerms, HOUR, NOW } from "./example-deal.ts";

const TERMS = exampleTerms({ rulingWindow: 5 * HOUR, appealWindow: 2 * HOUR });
const ALONE = { ...TERMS, appealArbiter: zeroAddress };
const LATE = NOW + TERMS.rulingWindow + 1;

type Timed = readonly [step: TurnStep, at: number];

const disputed: Timed = [{ kind: "disputed" }, NOW];
const closed = (at: number, feeTo: typeof ARBITER | null = null): Timed => [
  { kind: "closed", feeTo, feeMinutes: 6 },
  at,
];
const ruled = (arbiter: typeof ARBITER, at: number, minutes = 60): Timed => [
  { kind: "ruled", arbiter, ruling: [minutes], reasons: zeroHash },
  at,
];

function play(steps: readonly Timed[], terms = TERMS): ArbiterTurns {
  return steps.reduce((turns, [step, at]) => takeTurnStep(turns, terms, step, at), NO_TURNS);
}

describe("given a dispute", () => {
  it("when it is settled before the arbiter rules, then they are spared, not silent", () => {
    expect(play([disputed, closed(LATE - 1)], ALONE).first).toMatchObject({ end: "spared", endedAt: LATE - 1 });
  });

  it("when their last second passes, then they were silent from it on, and the appeal's arbiter is asked", () => {
    expect(play([disputed, closed(LATE)], ALONE)).toMatchObject({
      first: { end: "silent", endedAt: LATE - 1 },
      appeal: null,
    });
    const { first, appeal } = play([disputed, ruled(APPEAL_ARBITER, LATE)]);
    expect(first).toMatchObject({ end: "silent", overturned: false });
    expect(appeal).toMatchObject({ askedAt: LATE - 1, end: "ruled", endedAt: LATE, isAppeal: true });
  });

  it("when both stay silent, then both were", () => {
    const { first, appeal } = play([disputed, closed(NOW + 2 * TERMS.rulingWindow + 1)]);
    expect([first?.end, appeal?.end]).toEqual(["silent", "silent"]);
  });

  it("when a ruling is appealed, then it is overturned only by another one", () => {
    const appeal: Timed[] = [disputed, ruled(ARBITER, NOW + 1), [{ kind: "appealed" }, NOW + 2]];
    expect(play([...appeal, ruled(APPEAL_ARBITER, NOW + 3, 61)]).first?.overturned).toBe(true);
    expect(play([...appeal, ruled(APPEAL_ARBITER, NOW + 3)]).first?.overturned).toBe(false);
    expect(play([...appeal, closed(NOW + 3)])).toMatchObject({ first: { end: "ruled" }, appeal: { end: "spared" } });
  });

  it("when the first arbiter steps back, then the other is asked at once, where there is one", () => {
    const recused: Timed = [{ kind: "recused", arbiter: ARBITER }, NOW + 9];
    expect(play([disputed, recused]).appeal).toMatchObject({ askedAt: NOW + 9, end: null });
    expect(play([disputed, recused, closed(NOW + 9)], ALONE)).toMatchObject({
      first: { end: "recused" },
      appeal: null,
    });
    const both: Timed[] = [disputed, recused, [{ kind: "recused", arbiter: APPEAL_ARBITER }, NOW + 10]];
    expect(play(both).appeal).toMatchObject({ end: "recused" });
  });

  it("then the fee is the record's of whom the closing names", () => {
    const { first, appeal } = play([disputed, ruled(ARBITER, NOW + 1), closed(NOW + 2, ARBITER)]);
    expect(first && countTurn(first)).toEqual({
      ...{ asked: 1, ruled: 1, recused: 0, silent: 0, spared: 0, overturned: 0, feeMinutes: 6 },
    });
    expect(appeal).toBeNull();
  });
});

describe("given a dispute in which nobody does anything more", () => {
  it("then whose turn it is at any second is who the deal's stage waits for", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(3 * TERMS.rulingWindow), (hasAppeal, wait) => {
        const terms = hasAppeal ? TERMS : ALONE;
        const deal: DealState = exampleDeal({ status: "disputed", since: NOW });
        const stage = stageAt(deal, terms, NOW + wait);
        const { first, appeal } = passTime(play([disputed], terms), terms, NOW + wait);
        const waits = stage.dueOutcome === null;
        expect(first?.end).toBe(stage.status === "disputed" && waits ? null : "silent");
        expect(appeal?.end ?? null).toBe(stage.status === "escalated" && !waits ? "silent" : null);
        expect(appeal?.ruleBy ?? first?.ruleBy).toBe(stage.deadline);
      }),
    );
  });
});
