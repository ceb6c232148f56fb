import { encodeFunctionData, zeroHash } from "viem";
import type { ActionKind } from "#domain/deal.ts";
import { ratingBookAbi, timeEscrowAbi } from "#domain/generated/abi.ts";
import { mostSellerMinutes, rulingHash } from "#domain/split.ts";
import { dealId, type Terms } from "#domain/terms.ts";
import { amendmentTypedData, settlementTypedData } from "#domain/typed-data.ts";
import { DAY } from "../example-deal.ts";
import type { Call, Chain, Person } from "./chain.ts";

/** A deal whose calls are to be made. */
export type Played = { terms: Terms; ruling: readonly number[] | null };

/** `decline` and `withdraw` are one call. */
export const CALLED: readonly Exclude<ActionKind, "withdraw">[] = [
  "accept",
  "decline",
  "deliver",
  "confirm",
  "refund",
  "amend",
  "dispute",
  "submitEvidence",
  "rule",
  "recuse",
  "appeal",
  "concede",
  "settle",
  "poke",
  "rate",
  "reply",
];

/** What rulings and settlements give the seller in these tests: odd minutes of every id, and room for the fee. */
export function awardOf(terms: Terms): number[] {
  return mostSellerMinutes(terms, true).map((most) => Math.floor((most * 61) / 100));
}

/**
 * @param person who makes the call
 * @param second when: what is signed for it is signed to hold then
 * @returns the call that carries out an action, made as well as this person could make it
 */
export async function callOf(
  chain: Chain,
  { terms, ruling }: Played,
  kind: ActionKind,
  person: Person,
  second: number,
): Promise<Call> {
  const { escrow, ratingBook, people } = chain;
  const standing = (ruling ?? []).map(BigInt);
  const award = awardOf(terms).map(BigInt);
  const call = (data: Call["data"]): Call => ({ to: escrow.address, data });
  const onTerms = (functionName: "accept" | "decline" | "confirm" | "refund" | "appeal" | "concede") =>
    call(encodeFunctionData({ abi: timeEscrowAbi, functionName, args: [terms] }));

  switch (kind) {
    case "accept":
    case "decline":
    case "confirm":
    case "refund":
    case "appeal":
    case "concede":
      return onTerms(kind);
    case "withdraw":
      return onTerms("decline");
    case "deliver":
      return call(encodeFunctionData({ abi: timeEscrowAbi, functionName: kind, args: [dealId(terms, chain.at)] }));
    case "dispute":
    case "submitEvidence":
      return call(encodeFunctionData({ abi: timeEscrowAbi, functionName: kind, args: [terms, zeroHash] }));
    case "recuse":
    case "poke":
      return call(encodeFunctionData({ abi: timeEscrowAbi, functionName: kind, args: [terms, standing] }));
    case "rule":
      return call(encodeFunctionData({ abi: timeEscrowAbi, functionName: kind, args: [terms, award, zeroHash] }));
    case "amend": {
      const newTerms = amendedTerms(terms, second);
      const signature = await signAmendment(chain, terms, newTerms, otherParty(person));
      return call(encodeFunctionData({ abi: timeEscrowAbi, functionName: kind, args: [terms, newTerms, signature] }));
    }
    case "settle": {
      const settlement = {
        dealId: dealId(terms, chain.at),
        sellerMinutes: award,
        ruling: ruling ? rulingHash(ruling) : zeroHash,
        nonce: 7n,
        validUntil: second,
      };
      const signer = chain.wallet(otherParty(person));
      const typed = settlementTypedData(settlement, chain.at);
      const signature = await signer.signTypedData({ ...typed, account: signer.account });
      return call(encodeFunctionData({ abi: timeEscrowAbi, functionName: kind, args: [terms, settlement, signature] }));
    }
    case "rate": {
      const rating = { rater: people[person], stars: 5, comment: zeroHash, signature: "0x" } as const;
      const data = encodeFunctionData({ abi: ratingBookAbi, functionName: kind, args: [terms, [rating]] });
      return { to: ratingBook.address, data };
    }
    case "reply": {
      const args = [terms, people[otherParty(person)], zeroHash] as const;
      return { to: ratingBook.address, data: encodeFunctionData({ abi: ratingBookAbi, functionName: kind, args }) };
    }
  }
}

/** The same deal, a few days later. */
export function amendedTerms(terms: Terms, second: number): Terms {
  return { ...terms, acceptBy: second, deliverFrom: second, deliverBy: second + 3 * DAY };
}

function otherParty(person: Person): "buyer" | "seller" {
  return person === "buyer" ? "seller" : "buyer";
}

async function signAmendment(chain: Chain, terms: Terms, newTerms: Terms, person: Person) {
  const amendment = { dealId: dealId(terms, chain.at), newDealId: dealId(newTerms, chain.at) };
  const signer = chain.wallet(person);
  return signer.signTypedData({ ...amendmentTypedData(amendment, chain.at), account: signer.account });
}
