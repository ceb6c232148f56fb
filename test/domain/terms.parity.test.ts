import fc from "fast-check";
import {
  decodeErrorResult,
  decodeFunctionResult,
  encodeFunctionData,
  hexToBigInt,
  zeroAddress,
  zeroHash,
  type Hex,
} from "viem";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { creditLine } from "#domain/credit-line.ts";
import { ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { checkTerms, dealId, encodeOpening, latestOpenSecond, TERMS_LIMITS, type Terms } from "#domain/terms.ts";
import { isTokenId, packTokenId } from "#domain/token-id.ts";
import { ratingTypedData, renewalTypedData } from "#domain/typed-data.ts";
import { UNITS } from "#domain/units.ts";
import { account, DAY, HOUR } from "./example-deal.ts";
import { startChain, type Chain } from "./parity/chain.ts";
import { mintPayment, play, STORIES, termsFrom } from "./parity/play.ts";

const FAR = 2 ** 40 - 1;

let chain: Chain;
let payment: Pick<Terms, "ids" | "amounts">;
let untouched: Awaited<ReturnType<Chain["takeSnapshot"]>>;

beforeAll(async () => {
  chain = await startChain();
  payment = await mintPayment(chain);
  untouched = await chain.takeSnapshot();
}, 60_000);

beforeEach(() => untouched.restore());

const story = (name: string) => STORIES.find((candidate) => candidate.name === name)!;

describe("token ids", { timeout: 60_000 }, () => {
  it("are packed as the token packs them", async () => {
    const anyIssuer = fc.bigInt({ min: 2n ** 32n, max: 2n ** 160n - 1n }).map(account);
    const anyExpiry = fc.oneof(fc.constant(0), fc.integer({ min: 4_000_000_000, max: FAR }));
    await fc.assert(
      fc.asyncProperty(anyIssuer, fc.constantFrom(...UNITS), anyExpiry, async (issuer, unit, expiry) => {
        const args = [chain.people.stranger, UNITS.indexOf(unit), expiry, 1n, "0x"] as const;
        const data = encodeFunctionData({ abi: timeTokenAbi, functionName: "mint", args });
        const answer = await chain.client.call({ account: issuer, to: chain.token.address, data });
        expect(hexToBigInt(answer.data!)).toBe(packTokenId({ issuer, unit, expiry }));
      }),
      { numRuns: 60 },
    );
  });

  it("are well formed where the token says so", async () => {
    const mostlyGood = fc
      .tuple(fc.bigInt({ min: 0n, max: 3n }), fc.nat(4), fc.bigInt({ min: 0n, max: 2n }))
      .map(([issuer, unit, low]) => (issuer << 96n) | (BigInt(unit) << 88n) | low);
    await fc.assert(
      fc.asyncProperty(fc.oneof(mostlyGood, fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })), async (id) => {
        const data = encodeFunctionData({ abi: timeTokenAbi, functionName: "uri", args: [id] });
        const refusal = await chain.callRefusal(chain.people.stranger, { to: chain.token.address, data });
        expect(refusal === null).toBe(isTokenId(id));
      }),
      { numRuns: 60 },
    );
  });
});

describe("terms", { timeout: 60_000 }, () => {
  const [first, second] = [0, 1];
  const cases: [string, (terms: Terms, now: number) => Partial<Terms>][] = [
    ["as they are", () => ({})],
    ["without an appeal arbiter", () => ({ appealArbiter: zeroAddress })],
    ["without an arbiter", () => ({ arbiter: zeroAddress })],
    ["with oneself", ({ buyer }) => ({ seller: buyer })],
    ["judged by the seller", ({ seller }) => ({ appealArbiter: seller })],
    ["judged by the escrow", () => ({ arbiter: chain.escrow.address })],
    ["judged by the token", () => ({ arbiter: chain.token.address })],
    ["judged by the forwarder", () => ({ appealArbiter: chain.forwarder.address })],
    ["with a window under an hour", () => ({ reviewWindow: HOUR - 1 })],
    ["with windows of an hour", () => ({ reviewWindow: HOUR, rulingWindow: HOUR, appealWindow: HOUR })],
    ["with a window over ninety days", () => ({ rulingWindow: 90 * DAY + 1 })],
    ["with a window never used out of its limits", () => ({ appealArbiter: zeroAddress, appealWindow: 0 })],
    ["with a fee over a fifth", () => ({ arbiterFeeBps: 2_001 })],
    ["with a split over the whole", () => ({ silenceSellerBps: 10_001 })],
    ["with an id twice", ({ ids }) => ({ ids: [ids[first]!, ids[first]!], amounts: [1n, 1n] })],
    ["with ids descending", ({ ids }) => ({ ids: [ids[second]!, ids[first]!], amounts: [1n, 1n] })],
    ["with an amount of nothing", ({ ids }) => ({ ids: [ids[first]!, ids[second]!], amounts: [0n, 1n] })],
    ["accepted at the last second", (_, now) => ({ acceptBy: now })],
    ["accepted too late", (_, now) => ({ acceptBy: now - 1 })],
    ["delivered within an hour of acceptance", ({ deliverBy }) => ({ acceptBy: deliverBy - HOUR })],
    ["delivered sooner", ({ deliverBy }) => ({ acceptBy: deliverBy - HOUR + 1 })],
    ["delivered within an hour of its start", ({ deliverBy }) => ({ deliverFrom: deliverBy - HOUR })],
    ["delivered sooner than that", ({ deliverBy }) => ({ deliverFrom: deliverBy - HOUR + 1 })],
    ["delivered in two years", (_, now) => ({ deliverBy: now + 730 * DAY })],
    ["delivered after that", (_, now) => ({ deliverBy: now + 730 * DAY + 1 })],
    ["with much that is wrong", ({ buyer }, now) => ({ arbiter: buyer, acceptBy: now - 1, arbiterFeeBps: 9_999 })],
  ];

  it.each(cases)("%s: taken or refused with the same error", async (_name, changesOf) => {
    const now = await chain.now();
    const drafted = termsFrom(chain, now, payment);
    await compareOpening({ ...drafted, ...changesOf(drafted, now) }, now);
  });

  it.each([-1, 0])("whose id outlives them by the margin %i s: taken or refused with the same error", async (off) => {
    const now = await chain.now();
    const drafted = termsFrom(chain, now, payment);
    const expiry = latestOpenSecond(drafted) + TERMS_LIMITS.expiryMargin + off;
    await chain.token.write.mint([chain.people.buyer, 1, expiry, 1n, "0x"], {
      account: chain.wallet("stranger").account,
    });
    const id = packTokenId({ issuer: chain.people.stranger, unit: "hour", expiry });
    await compareOpening({ ...drafted, ids: [id], amounts: [1n] }, await chain.now());
  });

  async function compareOpening(terms: Terms, now: number) {
    const args = [terms.buyer, chain.escrow.address, terms.ids, terms.amounts, encodeOpening(terms, "0x")] as const;
    const data = encodeFunctionData({ abi: timeTokenAbi, functionName: "safeBatchTransferFrom", args });
    const refusal = await chain.callRefusal(terms.buyer, { to: chain.token.address, data });
    const [problem] = checkTerms(terms, now, {
      escrow: chain.escrow.address,
      token: chain.token.address,
      forwarder: chain.forwarder.address,
    });
    expect(refusal && namedError(refusal)).toEqual(problem ? { error: problem.error, args: problem.args } : null);
  }

  function namedError(data: Hex) {
    const { errorName, args = [], abiItem } = decodeErrorResult({ abi: timeEscrowAbi, data });
    const names = abiItem.inputs.map(({ name }) => name);
    const values = (args as readonly (number | bigint)[]).map((value, at) => [names[at], comparable(names[at], value)]);
    return { error: errorName, args: Object.fromEntries(values) as Record<string, number | bigint> };
  }

  /** Token ids stay what they are; every other number of these errors is small. */
  function comparable(name: string | undefined, value: number | bigint): number | bigint {
    return name === "id" ? value : Number(value);
  }
});

describe("consents", { timeout: 60_000 }, () => {
  it("to a rating are published by a stranger", async () => {
    const { terms } = await play(chain, story("confirmed in person"), payment);
    const { people, ratingBook, at } = chain;
    const rating = { dealId: dealId(terms, at), rater: people.seller, stars: 4, comment: zeroHash };
    const typed = ratingTypedData(rating, { chainId: at.chainId, ratingBook: ratingBook.address });
    const signer = chain.wallet("seller");
    const signature = await signer.signTypedData({ ...typed, account: signer.account });
    const args = [terms, [{ ...rating, signature }]] as const;
    const data = encodeFunctionData({ abi: ratingBookAbi, functionName: "rate", args });
    expect(await chain.refusalOf(people.stranger, { to: ratingBook.address, data })).toBeNull();
  });

  it("to a renewal let the issuer replace a promise that still runs", async () => {
    const { people, token, at } = chain;
    const expiry = (await chain.now()) + 9 * DAY;
    await token.write.mint([people.buyer, 0, expiry, 5n, "0x"], { account: chain.wallet("stranger").account });
    const id = packTokenId({ issuer: people.stranger, unit: "minute", expiry });
    const renewal = { holder: people.buyer, id, amount: 5n, newExpiry: expiry + DAY, nonce: 3n, validUntil: FAR };
    const typed = renewalTypedData(renewal, { chainId: at.chainId, token: token.address });
    const signer = chain.wallet("buyer");
    const signature = await signer.signTypedData({ ...typed, account: signer.account });
    const data = encodeFunctionData({ abi: timeTokenAbi, functionName: "renew", args: [renewal, signature] });
    const answer = await chain.client.call({ account: people.stranger, to: token.address, data });
    const newId = decodeFunctionResult({ abi: timeTokenAbi, functionName: "renew", data: answer.data! });
    expect(newId).toBe(packTokenId({ issuer: people.stranger, unit: "minute", expiry: expiry + DAY }));
  });
});

describe("credit lines", { timeout: 60_000 }, () => {
  it("grow with what came home, a day at a time", async () => {
    await play(chain, story("confirmed in person"), payment);
    const { redeemedMinutes, since } = await chain.token.read.issuerRecord([chain.people.seller]);
    expect(redeemedMinutes).toBe(180n);
    for (const age of [DAY - 1, DAY, 2 * DAY, 3 * DAY - 1, 3 * DAY, 9 * DAY]) {
      await chain.mineAt(since + age);
      const predicted = creditLine({ redeemedMinutes: Number(redeemedMinutes), since, now: since + age });
      expect(Number(await chain.token.read.creditLine([chain.people.seller]))).toBe(predicted);
    }
    expect(Number(await chain.token.read.creditLine([chain.people.arbiter]))).toBe(
      creditLine({ redeemedMinutes: 0, since: 0, now: since + 9 * DAY }),
    );
  });
});
