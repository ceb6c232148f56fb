import { encodeFunctionData, zeroHash, type Address, type Hex } from "viem";
import { arbiterPanelAbi, timeEscrowAbi } from "#domain/generated/abi.ts";
import { rulingHash } from "#domain/split.ts";
import { dealId, type Terms } from "#domain/terms.ts";
import { amendmentTypedData, settlementTypedData, type Settlement } from "#domain/typed-data.ts";
import { accountOf } from "./accounts.ts";
import { inOrderOfIds } from "./agreed-terms.ts";
import { followDeal, type DealCourse, type StepInCourse } from "./deal-course.ts";
import type { DealStep, DemoExchange, Side } from "./exchange.ts";
import { saltOf } from "./fixed-random.ts";
import type { Handle } from "./members.ts";
import { DAY, toUnixSeconds } from "./moment.ts";
import { PANEL_ADDRESS } from "./panel.ts";
import { planOpening } from "./plan-opening.ts";
import { planRating, planReply } from "./plan-rating.ts";
import { rulingArbiter, wordsOf } from "./spoken-words.ts";
import type { DemoTransaction, Stage } from "./transaction.ts";

type Call = { from: Handle; data: Hex };
type StepOf<Kind extends DealStep["do"]> = Extract<DealStep, { do: Kind }>;
type CallWithTerms = "accept" | "decline" | "voidTerms" | "confirm" | "refund" | "appeal" | "concede";

/** @returns a deal's opening and every later step as transactions, in order. */
export async function planDeal(exchange: DemoExchange, stage: Stage): Promise<DemoTransaction[]> {
  const course = followDeal(exchange, stage.now);
  const opening = exchange.opens.how === "never" ? [] : [await planOpening(exchange, course.opening, stage)];
  const later = await Promise.all(course.steps.map((taken) => planStep(course, taken, stage)));
  return [...opening, ...later];
}

async function planStep(course: DealCourse, taken: StepInCourse, stage: Stage): Promise<DemoTransaction> {
  const { step } = taken;
  const { contracts, now } = stage;
  return {
    name: `${course.exchange.key}: ${step.do}`,
    at: toUnixSeconds(step.at, now),
    to: targetOf(step, contracts),
    ...(await callOf(course, taken, stage)),
  };
}

function targetOf(step: DealStep, { escrow, ratingBook }: Stage["contracts"]): Address {
  switch (step.do) {
    case "rate":
    case "reply":
      return ratingBook;
    case "vote":
    case "execute":
      return PANEL_ADDRESS;
    default:
      return escrow;
  }
}

async function callOf(course: DealCourse, taken: StepInCourse, stage: Stage): Promise<Call> {
  const { exchange, words } = course;
  const { step, index, terms, standing } = taken;
  const { buyer, seller } = exchange;
  const commitment = (author: Handle) => wordsOf(words, index, author).hash;
  switch (step.do) {
    case "accept":
    case "refund":
      return { from: seller, data: withTerms(step.do, terms) };
    case "decline":
      return { from: seller, data: withTerms("decline", terms) };
    case "withdraw":
      return { from: buyer, data: withTerms("decline", terms) };
    case "confirm":
      return { from: buyer, data: withTerms("confirm", terms) };
    case "appeal":
    case "concede":
      return { from: exchange[step.by], data: withTerms(step.do, terms) };
    case "void":
      return { from: exchange[step.by], data: withTerms("voidTerms", terms) };
    case "deliver": {
      const args = [dealIdOf(terms, stage)] as const;
      return { from: seller, data: encodeFunctionData({ abi: timeEscrowAbi, functionName: "deliver", args }) };
    }
    case "dispute": {
      const args = [terms, commitment(buyer)] as const;
      return { from: buyer, data: encodeFunctionData({ abi: timeEscrowAbi, functionName: "dispute", args }) };
    }
    case "evidence": {
      const from = step.by === "arbiter" ? exchange.arbiters[0] : exchange[step.by];
      const args = [terms, commitment(from)] as const;
      return { from, data: encodeFunctionData({ abi: timeEscrowAbi, functionName: "submitEvidence", args }) };
    }
    case "rule": {
      const from = rulingArbiter(exchange, index);
      const shares = inOrderOfIds(step.sellerMinutes, exchange.pays, stage.now).map(BigInt);
      const args = [terms, shares, commitment(from)] as const;
      return { from, data: encodeFunctionData({ abi: timeEscrowAbi, functionName: "rule", args }) };
    }
    case "vote": {
      const shares = inOrderOfIds(step.sellerMinutes, exchange.pays, stage.now).map(BigInt);
      const args = [terms, shares, commitment(step.by)] as const;
      return { from: step.by, data: encodeFunctionData({ abi: arbiterPanelAbi, functionName: "vote", args }) };
    }
    case "execute": {
      const data = encodeFunctionData({ abi: arbiterPanelAbi, functionName: "execute", args: [terms] });
      return { from: step.by, data };
    }
    case "recuse":
    case "poke": {
      const from = step.do === "poke" ? step.by : rulingArbiter(exchange, index);
      const args = [terms, standing.map(BigInt)] as const;
      return { from, data: encodeFunctionData({ abi: timeEscrowAbi, functionName: step.do, args }) };
    }
    case "amend":
      return amendCall(exchange, step, taken, stage);
    case "settle":
      return settleCall(exchange, step, taken, stage);
    case "rate":
      return planRating(course, step, taken, stage);
    case "reply":
      return planReply(exchange, step, terms, commitment(exchange[step.by]));
  }
}

async function amendCall(
  exchange: DemoExchange,
  step: StepOf<"amend">,
  taken: StepInCourse,
  stage: Stage,
): Promise<Call> {
  const amendment = { dealId: dealIdOf(taken.terms, stage), newDealId: dealIdOf(taken.nextTerms, stage) };
  const signature = await accountOf(exchange[otherSide(step.by)]).signTypedData(
    amendmentTypedData(amendment, escrowAt(stage)),
  );
  const args = [taken.terms, taken.nextTerms, signature] as const;
  return { from: exchange[step.by], data: encodeFunctionData({ abi: timeEscrowAbi, functionName: "amend", args }) };
}

async function settleCall(
  exchange: DemoExchange,
  step: StepOf<"settle">,
  taken: StepInCourse,
  stage: Stage,
): Promise<Call> {
  const { terms, standing } = taken;
  const settlement: Settlement = {
    dealId: dealIdOf(terms, stage),
    sellerMinutes: inOrderOfIds(step.sellerMinutes, exchange.pays, stage.now).map(BigInt),
    ruling: standing.length > 0 ? rulingHash(standing) : zeroHash,
    nonce: BigInt(saltOf("settlement", exchange.key)),
    validUntil: toUnixSeconds(step.at, stage.now) + DAY,
  };
  const signature = await accountOf(exchange[otherSide(step.by)]).signTypedData(
    settlementTypedData(settlement, escrowAt(stage)),
  );
  const args = [terms, settlement, signature] as const;
  return { from: exchange[step.by], data: encodeFunctionData({ abi: timeEscrowAbi, functionName: "settle", args }) };
}

function withTerms(functionName: CallWithTerms, terms: Terms): Hex {
  return encodeFunctionData({ abi: timeEscrowAbi, functionName, args: [terms] });
}

function escrowAt({ chainId, contracts }: Stage) {
  return { chainId, escrow: contracts.escrow };
}

function dealIdOf(terms: Terms, stage: Stage): Hex {
  return dealId(terms, escrowAt(stage));
}

function otherSide(side: Side): Side {
  return side === "buyer" ? "seller" : "buyer";
}
