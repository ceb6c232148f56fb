import {
  decodeAbiParameters,
  decodeFunctionData,
  encodeAbiParameters,
  hashTypedData,
  recoverAddress,
  toFunctionSelector,
  type AbiFunction,
  type Address,
  type Hex,
} from "viem";
import { sameAddress } from "#domain/address.ts";
import { ratingBookAbi, timeEscrowAbi } from "#domain/generated/abi.ts";
import { dealId as idOfTerms, encodeOpening, type Terms } from "#domain/terms.ts";
import {
  amendmentTypedData,
  ratingTypedData,
  settlementTypedData,
  STANDING_OFFER_TYPES,
  TERMS_TYPES,
} from "#domain/typed-data.ts";
import type { DealEvent, ReceiptContracts } from "./events.ts";

/** What somebody signed in a deal, as it was brought to the contract that checked it. */
export type FoundSignature = {
  of: "terms" | "offer" | "amendment" | "settlement" | "rating";
  /** Whose key signed. Null where it was no key of those who may: then a contract account vouched for it on-chain. */
  signer: Address | null;
  /** What was signed: an EIP-712 digest. */
  digest: Hex;
  signature: Hex;
};

type Deal = ReceiptContracts & { dealId: Hex; terms: Terms };

/**
 * Finds the signatures behind a deal's events in the inputs of their transactions, however deep (a forwarder's request, a
 * contract wallet's batch). What stands there in no clear form is not found.
 */
export async function findSignatures(deal: Deal, events: readonly DealEvent[]): Promise<FoundSignature[]> {
  const found = await Promise.all(events.map((event) => signaturesBehind(deal, event)));
  return found.flat();
}

async function signaturesBehind(deal: Deal, event: DealEvent): Promise<FoundSignature[]> {
  const { input } = event.transaction;
  switch (event.eventName) {
    case "Opened":
      return findOpening(deal, input);
    case "SlotTaken":
      return findOffer(deal, input, event.args.slot, event.args.offerHash);
    case "Amended":
      return findAmendment(deal, input, event.args);
    case "Closed":
      return findSettlement(deal, input);
    case "Rated":
      return findRating(deal, input, event.args);
    default:
      return [];
  }
}

/** `abi.encode(terms, signature)`: everything but the signature is known, so it can be looked for. */
async function findOpening({ dealId, terms }: Deal, input: Hex): Promise<FoundSignature[]> {
  const signature = bytesAfter(input, encodeOpening(terms, "0x"));
  return signature ? [await signed("terms", [terms.seller], dealId, signature)] : [];
}

async function findOffer({ terms }: Deal, input: Hex, slot: bigint, offerHash: Hex): Promise<FoundSignature[]> {
  const opening = encodeAbiParameters(
    [{ type: "tuple", components: TERMS_TYPES.Terms }, { type: "bytes" }, { type: "uint256" }],
    [terms, "0x", slot],
  );
  const offer = bytesAfter(input, opening);
  if (!offer) return [];
  const [, signature] = decodeAbiParameters(
    [{ type: "tuple", components: STANDING_OFFER_TYPES.StandingOffer }, { type: "bytes" }, { type: "bytes32[][]" }],
    offer,
  );
  return [await signed("offer", [terms.seller], offerHash, signature)];
}

async function findAmendment(
  { terms, ...at }: Deal,
  input: Hex,
  { dealId, newDealId }: { dealId: Hex; newDealId: Hex },
): Promise<FoundSignature[]> {
  const calls = callsOf(input, timeEscrowAbi, "amend");
  const call = calls.find(([, newTerms]) => idOfTerms(newTerms, at) === newDealId);
  if (!call) return [];
  const digest = hashTypedData(amendmentTypedData({ dealId, newDealId }, at));
  return [await signed("amendment", [terms.buyer, terms.seller], digest, call[2])];
}

async function findSettlement({ dealId, terms, ...at }: Deal, input: Hex): Promise<FoundSignature[]> {
  const call = callsOf(input, timeEscrowAbi, "settle").find(([, settlement]) => settlement.dealId === dealId);
  if (!call) return [];
  const digest = hashTypedData(settlementTypedData(call[1], at));
  return [await signed("settlement", [terms.buyer, terms.seller], digest, call[2])];
}

async function findRating(
  { dealId, ...at }: Deal,
  input: Hex,
  { rater, stars, comment }: { rater: Address; stars: number; comment: Hex },
): Promise<FoundSignature[]> {
  if (at.ratingBook === null) return [];
  const digest = hashTypedData(
    ratingTypedData({ dealId, rater, stars, comment }, { ...at, ratingBook: at.ratingBook }),
  );
  const rating = callsOf(input, ratingBookAbi, "rate")
    .filter(([terms]) => idOfTerms(terms, at) === dealId)
    .flatMap(([, ratings]) => ratings)
    .find((each) => sameAddress(each.rater, rater) && each.stars === stars && each.comment === comment);
  return rating && rating.signature !== "0x" ? [await signed("rating", [rater], digest, rating.signature)] : [];
}

/** @param eligible whose key may have made it */
async function signed(
  of: FoundSignature["of"],
  eligible: readonly Address[],
  digest: Hex,
  signature: Hex,
): Promise<FoundSignature> {
  const key = await recoverAddress({ hash: digest, signature }).catch(() => null);
  const signer = eligible.find((address) => key !== null && sameAddress(address, key)) ?? null;
  return { of, signer, digest, signature };
}

const WORD = 64;

/** @param encoded what stands before the bytes, and ends with the length of none */
function bytesAfter(input: Hex, encoded: Hex): Hex | null {
  const before = encoded.slice(2, -WORD);
  const start = input.indexOf(before);
  if (start < 0) return null;
  const from = start + before.length + WORD;
  const length = Number(`0x${input.slice(from - WORD, from)}`);
  const bytes = input.slice(from, from + 2 * length);
  return length > 0 && bytes.length === 2 * length ? `0x${bytes}` : null;
}

type Abi = typeof timeEscrowAbi | typeof ratingBookAbi;
type ArgsOf<A extends Abi, Name extends string> = Extract<
  ReturnType<typeof decodeFunctionData<A>>,
  { functionName: Name }
>["args"];

/** @returns the arguments of every call of a function that stands anywhere in the input */
function callsOf<A extends Abi, Name extends string>(input: Hex, abi: A, name: Name): ArgsOf<A, Name>[] {
  const item = abi.find((each) => each.type === "function" && each.name === name) as AbiFunction;
  const selector = toFunctionSelector(item).slice(2);
  const calls: ArgsOf<A, Name>[] = [];
  for (let at = input.indexOf(selector); at >= 0; at = input.indexOf(selector, at + 1)) {
    try {
      const { args } = decodeFunctionData({ abi: [item], data: `0x${input.slice(at)}` });
      calls.push(args);
    } catch {
      // Other bytes that happen to look alike.
    }
  }
  return calls;
}
