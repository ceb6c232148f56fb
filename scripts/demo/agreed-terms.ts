import { zeroAddress } from "viem";
import { DEFAULT_TERMS, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { minutesPer } from "#domain/units.ts";
import { addressOf } from "./accounts.ts";
import type { DemoExchange, Slot } from "./exchange.ts";
import { saltOf } from "./fixed-random.ts";
import { DAY, toUnixSeconds, type Moment } from "./moment.ts";
import { PANEL_ADDRESS } from "./panel.ts";
import type { SpokenWords } from "./spoken-words.ts";
import type { Tokens } from "./tokens.ts";

/** @returns the ERC-1155 id of some tokens. */
export function tokenIdOf({ of, unit, until }: Tokens, now: number): bigint {
  return packTokenId({
    issuer: addressOf(of),
    unit,
    expiry: until === undefined ? 0 : toUnixSeconds(until, now),
  });
}

/** @returns what tokens are worth together, in minutes. */
export function totalMinutes(tokens: readonly Tokens[]): number {
  return tokens.reduce((sum, { amount, unit }) => sum + amount * minutesPer(unit), 0);
}

/** What terms are made from beside the roles; a proposal has it as well as an exchange. */
export type Agreement = Pick<DemoExchange, "key" | "buyer" | "seller" | "arbiters" | "panel" | "pays" | "slot"> & {
  acceptBy: Moment;
  brief: Pick<SpokenWords, "hash">;
};

/**
 * @param now Unix seconds of the start.
 * @returns The terms, with the payment in the order of its ids.
 */
export function termsOf(agreed: Agreement, now: number): Terms {
  const { key, buyer, seller, arbiters, panel, pays, slot, acceptBy, brief } = agreed;
  const payment = sortById(pays, now);
  const [arbiter, appealArbiter] = arbiters;
  return {
    buyer: addressOf(buyer),
    seller: addressOf(seller),
    arbiter: panel ? PANEL_ADDRESS : addressOf(arbiter),
    appealArbiter: appealArbiter ? addressOf(appealArbiter) : zeroAddress,
    ids: payment.map(({ id }) => id),
    amounts: payment.map(({ amount }) => BigInt(amount)),
    acceptBy: toUnixSeconds(acceptBy, now),
    ...slotOf(slot, now),
    ...DEFAULT_TERMS,
    brief: brief.hash,
    salt: saltOf("terms", key),
  };
}

/** @returns the terms an exchange opens with. */
export function openingTerms(exchange: DemoExchange, brief: SpokenWords, now: number): Terms {
  const { opens, slot } = exchange;
  const acceptBy = exchange.acceptBy ?? Math.min(opens.at + DAY, slot[0]);
  return termsOf({ ...exchange, acceptBy, brief }, now);
}

/** @returns the terms a deal goes on under after an amendment at `at`. */
export function amendedTerms(terms: Terms, at: Moment, slot: Slot, brief: SpokenWords, now: number): Terms {
  return {
    ...terms,
    ...slotOf(slot, now),
    acceptBy: toUnixSeconds(at, now) + DAY,
    brief: brief.hash,
    salt: saltOf("amended", terms.salt),
  };
}

/** @returns `values`, said in the order of `pays`, in the order of the payment's ids. */
export function inOrderOfIds<T>(values: readonly T[], pays: readonly Tokens[], now: number): T[] {
  return sortById(pays, now).map(({ position }) => {
    const value = values[position];
    if (value === undefined) throw new Error(`nothing is said of payment ${position}`);
    return value;
  });
}

function slotOf([from, by]: Slot, now: number): Pick<Terms, "deliverFrom" | "deliverBy"> {
  return { deliverFrom: toUnixSeconds(from, now), deliverBy: toUnixSeconds(by, now) };
}

function sortById(pays: readonly Tokens[], now: number): { id: bigint; amount: number; position: number }[] {
  return pays
    .map((tokens, position) => ({ id: tokenIdOf(tokens, now), amount: tokens.amount, position }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
