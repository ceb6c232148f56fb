import type { Terms } from "#domain/terms.ts";
import { amendedTerms, inOrderOfIds, openingTerms } from "./agreed-terms.ts";
import type { DealStep, DemoExchange } from "./exchange.ts";
import { spokenWords, wordsOf, type SpokenWords } from "./spoken-words.ts";

/** One step of a deal with what stands when it is taken. */
export interface StepInCourse {
  step: DealStep;
  index: number;
  /** The terms that hold before the step. */
  terms: Terms;
  /** The terms an amendment brings; the same otherwise. */
  nextTerms: Terms;
  /** The seller's minutes of the last ruling, in the order of the ids; empty where none stands. */
  standing: readonly number[];
}

/** A deal's course: what it opens with, its steps, and everything said in it. */
export interface DealCourse {
  exchange: DemoExchange;
  words: readonly SpokenWords[];
  opening: Terms;
  steps: readonly StepInCourse[];
  /** The terms that hold at the end. */
  last: Terms;
}

/**
 * @param now Unix seconds of the start.
 * @returns The course of a deal, worked out without a chain.
 */
export function followDeal(exchange: DemoExchange, now: number): DealCourse {
  const words = spokenWords(exchange);
  const opening = openingTerms(exchange, wordsOf(words, -1, exchange.buyer), now);
  let terms = opening;
  let standing: readonly number[] = [];
  const steps = exchange.steps.map((step, index): StepInCourse => {
    const before = { terms, standing };
    if (step.do === "amend")
      terms = amendedTerms(terms, step.at, step.slot, wordsOf(words, index, exchange[step.by]), now);
    if (step.do === "rule") standing = inOrderOfIds(step.sellerMinutes, exchange.pays, now);
    return { step, index, ...before, nextTerms: terms };
  });
  return { exchange, words, opening, steps, last: terms };
}
