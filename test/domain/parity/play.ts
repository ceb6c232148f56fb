import { zeroAddress, zeroHash } from "viem";
import { readStoredDeal, type DealState } from "#domain/deal-state.ts";
import type { ActionKind } from "#domain/deal.ts";
import { DEFAULT_TERMS, dealId, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { DAY, HOUR } from "../example-deal.ts";
import { awardOf, callOf, type Played } from "./calls.ts";
import type { Chain, Person } from "./chain.ts";

/** How a deal came to be where it is. */
export type Story = {
  name: string;
  /** Without the seller's signature it opens Pending. */
  signed: boolean;
  appeal: boolean;
  steps: readonly [Person, ActionKind][];
};

const DELIVERED: Story["steps"] = [["seller", "deliver"]];
const DISPUTED: Story["steps"] = [...DELIVERED, ["buyer", "dispute"]];
const RULED: Story["steps"] = [...DISPUTED, ["arbiter", "rule"]];
const APPEALED: Story["steps"] = [...RULED, ["seller", "appeal"]];

/** Every state a deal can be in, by every way that leaves another trace. */
export const STORIES: readonly Story[] = [
  { name: "pending", signed: false, appeal: true, steps: [] },
  { name: "accepted", signed: false, appeal: true, steps: [["seller", "accept"]] },
  { name: "active", signed: true, appeal: true, steps: [] },
  { name: "delivered", signed: true, appeal: true, steps: DELIVERED },
  { name: "disputed", signed: true, appeal: true, steps: DISPUTED },
  { name: "disputed before one arbiter", signed: true, appeal: false, steps: DISPUTED },
  { name: "ruled", signed: true, appeal: true, steps: RULED },
  { name: "escalated by an appeal", signed: true, appeal: true, steps: APPEALED },
  { name: "escalated by a recusal", signed: true, appeal: true, steps: [...DISPUTED, ["arbiter", "recuse"]] },
  { name: "declined", signed: false, appeal: true, steps: [["seller", "decline"]] },
  { name: "confirmed in person", signed: true, appeal: true, steps: [["buyer", "confirm"]] },
  {
    name: "confirmed and rated",
    signed: true,
    appeal: true,
    steps: [...DELIVERED, ["buyer", "confirm"], ["buyer", "rate"]],
  },
  {
    name: "confirmed, rated and answered",
    signed: true,
    appeal: true,
    steps: [
      ["buyer", "confirm"],
      ["buyer", "rate"],
      ["seller", "rate"],
      ["seller", "reply"],
      ["buyer", "reply"],
    ],
  },
  { name: "refunded", signed: true, appeal: true, steps: [["seller", "refund"]] },
  { name: "refunded after the delivery", signed: true, appeal: true, steps: [...DELIVERED, ["seller", "refund"]] },
  { name: "amended", signed: true, appeal: true, steps: [["buyer", "amend"]] },
  { name: "settled", signed: true, appeal: true, steps: [...DISPUTED, ["seller", "settle"]] },
  { name: "conceded", signed: true, appeal: true, steps: [...RULED, ["buyer", "concede"]] },
  { name: "ruled finally", signed: true, appeal: true, steps: [...APPEALED, ["appealArbiter", "rule"]] },
  { name: "left by its only arbiter", signed: true, appeal: false, steps: [...DISPUTED, ["arbiter", "recuse"]] },
];

/** Gives the buyer a day of a stranger's, three hours of the seller's and 47 minutes of their own to pay with. */
export async function mintPayment({ token, people, wallet }: Chain): Promise<Pick<Terms, "ids" | "amounts">> {
  const promises = [
    { person: "stranger", unit: "day", number: 2, amount: 1n },
    { person: "seller", unit: "hour", number: 1, amount: 3n },
    { person: "buyer", unit: "minute", number: 0, amount: 47n },
  ] as const;
  for (const { person, number, amount } of promises)
    await token.write.mint([people.buyer, number, 0, amount, "0x"], { account: wallet(person).account });
  const positions = promises
    .map(({ person, unit, amount }) => ({ id: packTokenId({ issuer: people[person], unit, expiry: 0 }), amount }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ids: positions.map(({ id }) => id), amounts: positions.map(({ amount }) => amount) };
}

/** Terms between the chain's people, whose slot opens in an hour. */
export function termsFrom(chain: Chain, now: number, payment: Pick<Terms, "ids" | "amounts">): Terms {
  const { buyer, seller, arbiter, appealArbiter } = chain.people;
  return {
    ...DEFAULT_TERMS,
    ...payment,
    buyer,
    seller,
    arbiter,
    appealArbiter,
    silenceSellerBps: 3_333,
    acceptBy: now + HOUR,
    deliverFrom: now + HOUR,
    deliverBy: now + DAY,
    brief: `0x${"b1".repeat(32)}`,
    salt: `0x${"5a".repeat(32)}`,
  };
}

/** Opens a deal and takes every step of the story, a minute apart, delivering when the slot begins. */
export async function play(chain: Chain, story: Story, payment: Pick<Terms, "ids" | "amounts">): Promise<Played> {
  const drafted = termsFrom(chain, await chain.now(), payment);
  const terms = story.appeal ? drafted : { ...drafted, appealArbiter: zeroAddress };
  await chain.openingOf(terms, story.signed ? await chain.signTerms(terms) : "0x");
  let played: Played = { terms, ruling: null };
  for (const [person, kind] of story.steps) {
    const second = kind === "deliver" ? terms.deliverFrom : (await chain.now()) + 60;
    await chain.send(person, await callOf(chain, played, kind, person, second), second);
    const standing = (await chain.escrow.read.rulingOf([dealId(terms, chain.at)])) !== zeroHash;
    played = { terms, ruling: standing ? awardOf(terms) : null };
  }
  return played;
}

/** The deal as the contract has it. */
export async function readDeal(chain: Chain, { terms, ruling }: Played): Promise<DealState> {
  const stored = await chain.escrow.read.dealOf([dealId(terms, chain.at)]);
  const deal = readStoredDeal(stored, ruling);
  if (deal === null) throw new Error("the escrow knows no such deal");
  return deal;
}
