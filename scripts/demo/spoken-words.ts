import type { Hex } from "viem";
import { commitWords } from "#domain/commitment.ts";
import type { DealStep, DemoExchange, Side } from "./exchange.ts";
import { saltOf } from "./fixed-random.ts";
import type { Handle } from "./members.ts";
import type { Moment } from "./moment.ts";

/** Words that belong to a deal: their commitment goes on the chain, they themselves into schema app. */
export interface SpokenWords {
  kind: "brief" | "evidence" | "reasons" | "comment" | "reply" | "void";
  /** The step they were said in, -1 for the opening. */
  step: number;
  author: Handle;
  body: string;
  at: Moment;
  salt: Hex;
  hash: Hex;
}

/** @returns everything said in a deal, in order. */
export function spokenWords(exchange: DemoExchange): SpokenWords[] {
  const said = (step: number, kind: SpokenWords["kind"], author: Handle, at: Moment, body: string): SpokenWords => {
    const salt = saltOf("words", exchange.key, String(step), author);
    return { kind, step, author, body, at, salt, hash: commitWords(body, salt) };
  };
  const opening = said(-1, "brief", exchange.buyer, exchange.opens.at, exchange.brief);
  return [
    opening,
    ...exchange.steps.flatMap((step, index) =>
      saidIn(step, exchange).map(([kind, author, body]) => said(index, kind, author, step.at, body)),
    ),
  ];
}

/** @returns the words said in one step by one member; fails where there are none. */
export function wordsOf(words: readonly SpokenWords[], step: number, author: Handle): SpokenWords {
  const found = words.find((spoken) => spoken.step === step && spoken.author === author);
  if (!found) throw new Error(`${author} says nothing in step ${step}`);
  return found;
}

/** @returns which arbiter's turn it is to rule at a step: the second after an appeal. */
export function rulingArbiter({ steps, arbiters: [first, second] }: DemoExchange, index: number): Handle {
  const appealed = steps.slice(0, index).some((step) => step.do === "appeal");
  return appealed && second ? second : first;
}

function saidIn(step: DealStep, exchange: DemoExchange): [SpokenWords["kind"], Handle, string][] {
  const sides = (side: Side) => exchange[side];
  switch (step.do) {
    case "amend":
      return [["brief", sides(step.by), step.words]];
    case "void":
      return [["void", sides(step.by), step.words]];
    case "dispute":
      return [["evidence", exchange.buyer, step.words]];
    case "evidence":
      return [["evidence", step.by === "arbiter" ? exchange.arbiters[0] : sides(step.by), step.words]];
    case "rule":
      return [["reasons", rulingArbiter(exchange, exchange.steps.indexOf(step)), step.words]];
    case "vote":
      return [["reasons", step.by, step.words]];
    case "rate":
      return (["buyer", "seller"] as const).flatMap((side): [SpokenWords["kind"], Handle, string][] => {
        const rating = step[side];
        return rating ? [["comment", sides(side), rating.words]] : [];
      });
    case "reply":
      return [["reply", sides(step.by), step.words]];
    default:
      return [];
  }
}
