import { concat, encodeFunctionData, zeroHash, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { timeEscrowAbi } from "#domain/generated/abi.ts";
import type { DealEvent } from "#domain/receipt/events.ts";
import { findSignatures } from "#domain/receipt/signatures.ts";
import { dealId as idOfTerms, encodeOpening } from "#domain/terms.ts";
import { settlementTypedData } from "#domain/typed-data.ts";
import { DAY, exampleTerms, NOW, SYSTEM } from "../example-deal.ts";

const SELLER = privateKeyToAccount(`0x${"5e".repeat(32)}`);
const STRANGER = privateKeyToAccount(`0x${"99".repeat(32)}`);
const AT = { chainId: 31337, escrow: SYSTEM.escrow, ratingBook: null };
const TERMS = exampleTerms({ seller: SELLER.address });
const DEAL = { ...AT, dealId: idOfTerms(TERMS, AT), terms: TERMS };

const settlement = (minutes: bigint) => ({
  ...{ dealId: DEAL.dealId, sellerMinutes: [minutes], ruling: zeroHash },
  ...{ nonce: 1n, validUntil: NOW + DAY },
});

const settle = (minutes: bigint, signature: Hex) =>
  encodeFunctionData({ abi: timeEscrowAbi, functionName: "settle", args: [TERMS, settlement(minutes), signature] });

/** An event as its transaction brought it. */
const event = (eventName: string, args: object, input: Hex) =>
  ({ eventName, args, transaction: { input } }) as unknown as DealEvent;

const found = async (acceptance: "signature" | "call", ...events: DealEvent[]) =>
  (await findSignatures(DEAL, acceptance, events)).map(({ of, signer, signature }) => ({ of, signer, signature }));

describe("given an input that holds more than the signature it was taken for", () => {
  it("when a stranger's stands before the seller's, then the seller's is told", async () => {
    const [own, other] = await Promise.all([SELLER.sign({ hash: DEAL.dealId }), STRANGER.sign({ hash: DEAL.dealId })]);
    const input = concat(["0x12345678", encodeOpening(TERMS, other), encodeOpening(TERMS, own)]);
    expect(await found("signature", event("Opened", { status: 2 }, input))).toEqual([
      { of: "terms", signer: SELLER.address, signature: own },
    ]);
  });

  it("when the deal opened without one, then what looks like it is none", async () => {
    const other = await STRANGER.sign({ hash: DEAL.dealId });
    const input = concat(["0x12345678", encodeOpening(TERMS, other), encodeOpening(TERMS, "0x")]);
    expect(await found("call", event("Opened", { status: 1 }, input))).toEqual([]);
  });

  it("when it closed otherwise, or by another settlement, then only the one that was paid is told", async () => {
    const sign = (minutes: bigint) => SELLER.signTypedData(settlementTypedData(settlement(minutes), AT));
    const [paid, refused] = await Promise.all([sign(60n), sign(119n)]);
    const input = concat([settle(119n, refused), settle(60n, paid)]);
    const closed = (outcome: number, ...sellerMinutes: bigint[]) => event("Closed", { outcome, sellerMinutes }, input);
    expect(await found("call", closed(3, 60n))).toEqual([
      { of: "settlement", signer: SELLER.address, signature: paid },
    ]);
    expect(await found("call", closed(1))).toEqual([]);
  });
});
