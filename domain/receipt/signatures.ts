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
import { DEAL_OUTCOMES } from "#domain/deal-state.ts";
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

/** How the seller took the deal; null for a proposal that never was accepted. */
export type Acceptance = "signature" | "offer" | "call" | "amendment" | null;

type Deal = ReceiptContracts & { dealId: Hex; terms: Terms };

/** Something in an input that can be the signature an event tells of. */
type Candidate = Pick<FoundSignature, "digest" | "signature">;

/**
 * Finds the signatures that a deal's events needed in the inputs of their transactions, however deep (a forwarder's
 * request, a contract wallet's batch). What stands there in no clear form is not found.
 */
export async function findSignatures(
  deal: Deal,
  acceptance: Acceptance,
  events: readonly DealEvent[],
): Promise<FoundSignature[]> {
  const found = await Promise.all(events.map((event) => signatureBehind(deal, acceptance, event)));
  return found.filter((signature) => signature !== null);
}

async function signatureBehind(deal: Deal, acceptance: Acceptance, event: DealEvent): Promise<FoundSignature | null> {
  const { buyer, seller } = deal.terms;
  const { input } = event.transaction;
  switch (event.eventName) {
    case "Opened":
      return acceptance === "signature" ? choose("terms", [seller], findOpenings(deal, input)) : null;
    case "SlotTaken":
      return choose("offer", [seller], findOffers(deal, input, event.args));
    case "Amended":
      return choose("amendment", [buyer, seller], findAmendments(deal, input, event.args));
    case "Closed":
      return DEAL_OUTCOMES[event.args.outcome - 1] === "settled"
        ? choose("settlement", [buyer, seller], findSettlements(deal, input, event.args.sellerMinutes))
        : null;
    case "Rated":
      return choose("rating", [event.args.rater], findRatings(deal, input, event.args));
    default:
      return null;
  }
}

/**
 * An input can hold what only looks like the signature: one by those who may is taken before any other.
 * @param eligible whose key may have made it
 */
async function choose(
  of: FoundSignature["of"],
  eligible: readonly Address[],
  candidates: readonly Candidate[],
): Promise<FoundSignature | null> {
  for (const { digest, signature } of candidates) {
    const key = await recoverAddress({ hash: digest, signature }).catch(() => null);
    const signer = eligible.find((address) => key !== null && sameAddress(address, key));
    if (signer) return { of, signer, digest, signature };
  }
  const [first] = candidates;
  return first ? { of, signer: null, ...first } : null;
}

/** `abi.encode(terms, signature)`: everything but the signature is known, so it can be looked for. */
function findOpenings({ dealId, terms }: Deal, input: Hex): Candidate[] {
  return bytesAfter(input, encodeOpening(terms, "0x")).map((signature) => ({ digest: dealId, signature }));
}

function findOffers({ terms }: Deal, input: Hex, { slot, offerHash }: { slot: bigint; offerHash: Hex }): Candidate[] {
  const opening = encodeAbiParameters(
    [{ type: "tuple", components: TERMS_TYPES.Terms }, { type: "bytes" }, { type: "uint256" }],
    [terms, "0x", slot],
  );
  return bytesAfter(input, opening).flatMap((offer) => {
    const signature = signatureOf(offer);
    return signature ? [{ digest: offerHash, signature }] : [];
  });
}

const OFFER = [
  { type: "tuple", components: STANDING_OFFER_TYPES.StandingOffer },
  { type: "bytes" },
  { type: "bytes32[][]" },
] as const;

function signatureOf(offer: Hex): Hex | null {
  try {
    return decodeAbiParameters(OFFER, offer)[1];
  } catch {
    return null;
  }
}

function findAmendments(
  { terms: _, ...at }: Deal,
  input: Hex,
  { dealId, newDealId }: { dealId: Hex; newDealId: Hex },
): Candidate[] {
  const digest = hashTypedData(amendmentTypedData({ dealId, newDealId }, at));
  return callsOf(input, timeEscrowAbi, "amend")
    .filter(([, newTerms]) => idOfTerms(newTerms, at) === newDealId)
    .map(([, , signature]) => ({ digest, signature }));
}

function findSettlements({ dealId, terms: _, ...at }: Deal, input: Hex, minutes: readonly bigint[]): Candidate[] {
  return callsOf(input, timeEscrowAbi, "settle")
    .filter(([, { dealId: of, sellerMinutes }]) => of === dealId && String(sellerMinutes) === String(minutes))
    .map(([, settlement, signature]) => ({ digest: hashTypedData(settlementTypedData(settlement, at)), signature }));
}

function findRatings(
  { dealId, terms: _, ratingBook, ...at }: Deal,
  input: Hex,
  { rater, stars, comment }: { rater: Address; stars: number; comment: Hex },
): Candidate[] {
  if (ratingBook === null) return [];
  const digest = hashTypedData(ratingTypedData({ dealId, rater, stars, comment }, { ...at, ratingBook }));
  return callsOf(input, ratingBookAbi, "rate")
    .filter(([terms]) => idOfTerms(terms, at) === dealId)
    .flatMap(([, ratings]) => ratings)
    .filter((each) => sameAddress(each.rater, rater) && each.stars === stars && each.comment === comment)
    .flatMap(({ signature }) => (signature === "0x" ? [] : [{ digest, signature }]));
}

const WORD = 64;

/**
 * @param encoded what stands before the bytes, and ends with the length of none
 * @returns the bytes at every place where it stands and some follow
 */
function bytesAfter(input: Hex, encoded: Hex): Hex[] {
  const before = encoded.slice(2, -WORD);
  const found: Hex[] = [];
  for (let start = input.indexOf(before); start >= 0; start = input.indexOf(before, start + 1)) {
    const from = start + before.length + WORD;
    const length = Number(`0x${input.slice(from - WORD, from)}`);
    const bytes = input.slice(from, from + 2 * length);
    if (length > 0 && bytes.length === 2 * length) found.push(`0x${bytes}`);
  }
  return found;
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
