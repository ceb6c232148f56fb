import fc from "fast-check";
import { decodeErrorResult, encodeFunctionData, type Address } from "viem";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { timeSwapAbi } from "#domain/generated/abi.ts";
import {
  hasOneWant,
  isSwappable,
  NO_BUNDLE,
  orderId,
  orderTypedData,
  takesPayment,
  type Bundle,
  type SwapOrder,
} from "#domain/swap-order.ts";
import { packTokenId } from "#domain/token-id.ts";
import { UNITS } from "#domain/units.ts";
import { account, DAY } from "./example-deal.ts";
import { startChain, type Chain, type Person } from "./parity/chain.ts";

const FAR = 2 ** 40 - 1;

let chain: Chain;
let hours: bigint;
let minutes: bigint;
let lapsing: bigint;
let untouched: Awaited<ReturnType<Chain["takeSnapshot"]>>;

beforeAll(async () => {
  chain = await startChain();
  const { people, swap, token } = chain;
  const expiry = (await chain.now()) + DAY;
  const hold = async (holder: Address, unit: number, until: number, amount: bigint) => {
    await token.write.mint([holder, unit, until, amount, "0x"], { account: chain.wallet("stranger").account });
    return packTokenId({ issuer: people.stranger, unit: UNITS[unit]!, expiry: until });
  };
  await hold(people.seller, 1, 0, 9n);
  hours = await hold(people.buyer, 1, 0, 9n);
  minutes = await hold(people.buyer, 0, 0, 600n);
  lapsing = await hold(people.buyer, 1, expiry, 5n);
  for (const person of ["seller", "buyer"] as const)
    await token.write.setApprovalForAll([swap.address, true], { account: chain.wallet(person).account });
  untouched = await chain.takeSnapshot();
}, 60_000);

beforeEach(() => untouched.restore());

const at = () => ({ chainId: chain.at.chainId, swap: chain.swap.address });

describe("orders", { timeout: 60_000 }, () => {
  it("have the id the swap gives them", async () => {
    const anyNumber = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
    const anyBundle = fc.record({ ids: fc.array(anyNumber), amounts: fc.array(anyNumber) });
    const anyAddress = fc.bigInt({ min: 0n, max: 2n ** 160n - 1n }).map(account);
    const anyOrder: fc.Arbitrary<SwapOrder> = fc.record({
      maker: anyAddress,
      give: anyBundle,
      want: anyBundle,
      issuer: anyAddress,
      wantMinutes: anyNumber,
      minExpiry: fc.integer({ min: 0, max: FAR }),
      validUntil: fc.integer({ min: 0, max: FAR }),
      nonce: anyNumber,
      epoch: anyNumber,
    });
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        expect(orderId(order, at())).toBe(await chain.swap.read.hashOrder([order]));
      }),
      { numRuns: 60 },
    );
  });

  const cases: [string, (order: SwapOrder) => Partial<SwapOrder>, (payment: Bundle) => Bundle][] = [
    ["for ids, paid", () => ({}), (payment) => payment],
    ["for ids, paid too much", () => ({}), () => ({ ids: [hours], amounts: [3n] })],
    ["for ids, paid others", () => ({}), () => ({ ids: [minutes], amounts: [120n] })],
    ["for ids, paid nothing", () => ({}), () => NO_BUNDLE],
    ["for minutes, paid in hours", forMinutes, (payment) => payment],
    ["for minutes, paid in both units", forMinutes, () => ({ ids: [minutes, hours], amounts: [60n, 1n] })],
    ["for minutes, paid out of order", forMinutes, () => ({ ids: [hours, minutes], amounts: [1n, 60n] })],
    ["for minutes, paid too little", forMinutes, () => ({ ids: [minutes], amounts: [119n] })],
    ["for minutes that last, paid in others", forLong, () => ({ ids: [lapsing], amounts: [2n] })],
    ["for minutes that last, paid in those without an end", forLong, (payment) => payment],
    ["for anybody's minutes", () => ({ want: NO_BUNDLE }), (payment) => payment],
    ["for both", (order) => ({ ...forMinutes(), want: order.want }), (payment) => payment],
    ["giving nothing", () => ({ give: NO_BUNDLE }), (payment) => payment],
    ["giving what is no token", () => ({ give: { ids: [1n], amounts: [1n] } }), (payment) => payment],
  ];

  it.each(cases)("%s: taken or refused alike", async (_name, changesOf, paymentOf) => {
    const now = await chain.now();
    const plain = plainOrder(now);
    const order = { ...plain, ...changesOf(plain) };
    const payment = paymentOf(plain.want);
    const swappable = isSwappable(payment, now) && isSwappable(order.give, now);
    const foretold = swappable && hasOneWant(order) && takesPayment(order, payment);
    expect((await refusalOf("buyer", order, payment)) === null).toBe(foretold);
  });

  it("signed by somebody else, or of another field, are refused", async () => {
    const order = plainOrder(await chain.now());
    const data = encodeFunctionData({
      abi: timeSwapAbi,
      functionName: "fill",
      args: [{ ...order, nonce: 8n }, await signed(order), order.want],
    });
    const refusal = await chain.callRefusal(chain.people.buyer, { to: chain.swap.address, data });
    expect(decodeErrorResult({ abi: timeSwapAbi, data: refusal! }).errorName).toBe("TimeSwap_BadSignature");
  });
});

function plainOrder(now: number): SwapOrder {
  return {
    maker: chain.people.seller,
    give: { ids: [hours], amounts: [1n] },
    want: { ids: [hours], amounts: [2n] },
    issuer: account(0),
    wantMinutes: 0n,
    minExpiry: 0,
    validUntil: now + DAY,
    nonce: 7n,
    epoch: 0n,
  };
}

function forMinutes(): Partial<SwapOrder> {
  return { want: NO_BUNDLE, issuer: chain.people.stranger, wantMinutes: 120n };
}

function forLong(): Partial<SwapOrder> {
  return { ...forMinutes(), minExpiry: FAR };
}

function signed(order: SwapOrder) {
  const { account: signer, signTypedData } = chain.wallet("seller");
  return signTypedData({ ...orderTypedData(order, at()), account: signer });
}

async function refusalOf(person: Person, order: SwapOrder, payment: Bundle) {
  const args = [order, await signed(order), payment] as const;
  const data = encodeFunctionData({ abi: timeSwapAbi, functionName: "fill", args });
  return chain.callRefusal(chain.people[person], { to: chain.swap.address, data });
}
