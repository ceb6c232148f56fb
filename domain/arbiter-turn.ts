import type { Address, Hex } from "viem";
import { isNobody } from "./address.ts";

/** How a turn ended: a ruling in time, a step back, silence beyond the deadline, or the sides were done before it. */
export type TurnEnd = "ruled" | "recused" | "silent" | "spared";

/** One deal's waiting for one arbiter. Unix seconds. */
export type ArbiterTurn = {
  arbiter: Address;
  isAppeal: boolean;
  askedAt: number;
  /** The last second to rule in. */
  ruleBy: number;
  /** Null while it waits. */
  end: TurnEnd | null;
  endedAt: number | null;
  /** The seller's minutes per id of their ruling. */
  ruling: readonly number[] | null;
  reasons: Hex | null;
  /** The arbiter of the appeal ruled otherwise. */
  overturned: boolean;
  /** What the closing awarded them. */
  feeMinutes: number;
};

/** The turns of one deal; the appeal's begins only where the first arbiter's ruling, silence or stepping back leads to it. */
export type ArbiterTurns = { first: ArbiterTurn | null; appeal: ArbiterTurn | null };

/** What turns need to know of a deal's terms. */
export type ArbiterTerms = { arbiter: Address; appealArbiter: Address; rulingWindow: number };

/** An event of a deal that begins or ends a turn. */
export type TurnStep =
  | { kind: "disputed" | "appealed" }
  | { kind: "ruled"; arbiter: Address; ruling: readonly number[]; reasons: Hex }
  | { kind: "recused"; arbiter: Address }
  /** `feeTo` is null where no fee was earned. */
  | { kind: "closed"; feeTo: Address | null; feeMinutes: number };

/** What an arbiter's record counts. */
export type TurnCounts = Record<TurnEnd | "asked" | "overturned" | "feeMinutes", number>;

export const NO_TURNS: ArbiterTurns = { first: null, appeal: null };

/**
 * The turns of a deal after an event. Silence has no event: it is found out by the next one, dated by the deadline.
 * @param at unix second of the event
 */
export function takeTurnStep(before: ArbiterTurns, terms: ArbiterTerms, step: TurnStep, at: number): ArbiterTurns {
  const turns = passTime(before, terms, at);
  switch (step.kind) {
    case "disputed":
      return { ...turns, first: beginTurn(terms, false, at) };
    case "appealed":
      return { ...turns, appeal: beginTurn(terms, true, at) };
    case "ruled":
      return rule(turns, step, at);
    case "recused":
      return recuse(turns, terms, step.arbiter, at);
    case "closed":
      return close(turns, step, at);
  }
}

/** The turns as time alone has made them by `at`: a deadline is the arbiter's own, the second after it is silence. */
export function passTime({ first, appeal }: ArbiterTurns, terms: ArbiterTerms, at: number): ArbiterTurns {
  const silent = first !== null && isLate(first, at);
  const escalated = silent && !isNobody(terms.appealArbiter) ? beginTurn(terms, true, first.ruleBy) : appeal;
  return {
    first: silent ? endTurn(first, "silent", first.ruleBy) : first,
    appeal: escalated !== null && isLate(escalated, at) ? endTurn(escalated, "silent", escalated.ruleBy) : escalated,
  };
}

/** @returns what one turn adds to its arbiter's record */
export function countTurn({ end, overturned, feeMinutes }: ArbiterTurn): TurnCounts {
  return {
    asked: 1,
    ruled: Number(end === "ruled"),
    recused: Number(end === "recused"),
    silent: Number(end === "silent"),
    spared: Number(end === "spared"),
    overturned: Number(overturned),
    feeMinutes,
  };
}

function beginTurn({ arbiter, appealArbiter, rulingWindow }: ArbiterTerms, isAppeal: boolean, at: number): ArbiterTurn {
  return {
    arbiter: isAppeal ? appealArbiter : arbiter,
    isAppeal,
    askedAt: at,
    ruleBy: at + rulingWindow,
    end: null,
    endedAt: null,
    ruling: null,
    reasons: null,
    overturned: false,
    feeMinutes: 0,
  };
}

function endTurn(turn: ArbiterTurn, end: TurnEnd, endedAt: number): ArbiterTurn {
  return { ...turn, end, endedAt };
}

function isLate({ end, ruleBy }: ArbiterTurn, at: number): boolean {
  return end === null && at > ruleBy;
}

function rule(
  { first, appeal }: ArbiterTurns,
  { arbiter, ruling, reasons }: Extract<TurnStep, { kind: "ruled" }>,
  at: number,
): ArbiterTurns {
  const ruled = (turn: ArbiterTurn): ArbiterTurn => ({ ...endTurn(turn, "ruled", at), ruling, reasons });
  if (appeal?.arbiter !== arbiter) return { first: first && ruled(first), appeal };
  const overturned = first?.ruling?.some((minutes, index) => minutes !== ruling[index]) ?? false;
  return { first: first && { ...first, overturned }, appeal: ruled(appeal) };
}

function recuse({ first, appeal }: ArbiterTurns, terms: ArbiterTerms, arbiter: Address, at: number): ArbiterTurns {
  if (appeal?.arbiter === arbiter) return { first, appeal: endTurn(appeal, "recused", at) };
  const handedOn = isNobody(terms.appealArbiter) ? null : beginTurn(terms, true, at);
  return { first: first && endTurn(first, "recused", at), appeal: handedOn };
}

function close(
  { first, appeal }: ArbiterTurns,
  { feeTo, feeMinutes }: Extract<TurnStep, { kind: "closed" }>,
  at: number,
): ArbiterTurns {
  const closed = (turn: ArbiterTurn | null): ArbiterTurn | null => {
    if (turn === null) return null;
    const ended = turn.end === null ? endTurn(turn, "spared", at) : turn;
    return turn.arbiter === feeTo ? { ...ended, feeMinutes } : ended;
  };
  return { first: closed(first), appeal: closed(appeal) };
}
