import { decodeAbiParameters, recoverTypedDataAddress, zeroAddress } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { checkTerms, dealId, encodeOpening, latestOpenSecond, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { TERMS_TYPES, termsTypedData } from "#domain/typed-data.ts";
import { account, BUYER, DAY, exampleTerms, HOUR, NOW, SELLER, STRANGER, SYSTEM } from "./example-deal.ts";

const AT = { chainId: 31_337, escrow: SYSTEM.escrow };

function errorsOf(changes: Partial<Terms>): string[] {
  return checkTerms(exampleTerms(changes), NOW, SYSTEM).map(({ error, field }) => `${error} ${field}`);
}

describe("terms", () => {
  const id = packTokenId({ issuer: STRANGER, unit: "minute", expiry: 0 });
  const needed = latestOpenSecond(exampleTerms()) + 7 * DAY;
  const expiring = (expiry: number) => [packTokenId({ issuer: STRANGER, unit: "minute", expiry })];

  it.each<[string, Partial<Terms>, string]>([
    ["no buyer", { buyer: zeroAddress }, "TimeEscrow_BadRoles buyer"],
    ["no arbiter", { arbiter: zeroAddress }, "TimeEscrow_BadRoles arbiter"],
    ["a deal with oneself", { seller: BUYER }, "TimeEscrow_BadRoles seller"],
    ["a party as its judge", { arbiter: SELLER }, "TimeEscrow_BadRoles arbiter"],
    ["one arbiter twice", { appealArbiter: exampleTerms().arbiter }, "TimeEscrow_BadRoles appealArbiter"],
    ["the escrow as arbiter", { arbiter: SYSTEM.escrow }, "TimeEscrow_BadRoles arbiter"],
    ["the token as seller", { seller: SYSTEM.token }, "TimeEscrow_BadRoles seller"],
    ["the forwarder as buyer", { buyer: SYSTEM.forwarder }, "TimeEscrow_BadRoles buyer"],
    ["a window under an hour", { reviewWindow: HOUR - 1 }, "TimeEscrow_BadWindow reviewWindow"],
    ["a window over ninety days", { appealWindow: 90 * DAY + 1 }, "TimeEscrow_BadWindow appealWindow"],
    ["a fee over a fifth", { arbiterFeeBps: 2_001 }, "TimeEscrow_BadBps arbiterFeeBps"],
    ["a silence split over the whole", { silenceSellerBps: 10_001 }, "TimeEscrow_BadBps silenceSellerBps"],
    ["no payment", { ids: [], amounts: [] }, "TimeEscrow_BadPayment ids"],
    ["an id without amount", { ids: [id], amounts: [] }, "TimeEscrow_BadPayment ids"],
    ["an amount of nothing", { ids: [id], amounts: [0n] }, "TimeEscrow_BadPayment amounts"],
    ["an id twice", { ids: [id, id], amounts: [1n, 1n] }, "TimeEscrow_BadPayment ids"],
    ["an id that is none", { ids: [5n] }, "TimeEscrow_BadPayment ids"],
    ["a proposal that has passed", { acceptBy: NOW - 1 }, "TimeEscrow_AcceptByPassed acceptBy"],
    ["a slot under an hour", { deliverBy: NOW + DAY + HOUR - 1 }, "TimeEscrow_BadDeliverBy deliverBy"],
    ["acceptance in the last hour", { acceptBy: NOW + 2 * DAY - HOUR + 1 }, "TimeEscrow_BadDeliverBy deliverBy"],
    ["delivery in over two years", { deliverBy: NOW + 730 * DAY + 1 }, "TimeEscrow_BadDeliverBy deliverBy"],
    ["an id that runs out too soon", { ids: expiring(needed - 1) }, "TimeEscrow_ExpiresTooSoon ids"],
  ])("are refused for %s", (_why, changes, problem) => {
    expect(errorsOf(changes)).toEqual([problem]);
  });

  it("are refused for nine ids", () => {
    const ids = Array.from({ length: 9 }, (_, n) => packTokenId({ issuer: account(n + 1), unit: "hour", expiry: 0 }));
    expect(errorsOf({ ids, amounts: ids.map(() => 1n) })).toEqual(["TimeEscrow_BadPayment ids"]);
  });

  it("name every problem, in the order in which the escrow checks", () => {
    const changes = { acceptBy: NOW - 1, seller: BUYER, arbiterFeeBps: 9_999, amounts: [0n] };
    expect(errorsOf(changes).map((problem) => problem.split(" ")[0])).toEqual([
      "TimeEscrow_BadRoles",
      "TimeEscrow_BadBps",
      "TimeEscrow_BadPayment",
      "TimeEscrow_AcceptByPassed",
    ]);
  });

  it("are good at every limit", () => {
    const latest = NOW + 730 * DAY;
    expect(errorsOf({})).toEqual([]);
    expect(errorsOf({ appealArbiter: zeroAddress })).toEqual([]);
    expect(errorsOf({ acceptBy: NOW, deliverFrom: 0, deliverBy: NOW + HOUR })).toEqual([]);
    expect(errorsOf({ deliverFrom: latest - HOUR, deliverBy: latest })).toEqual([]);
    expect(errorsOf({ arbiterFeeBps: 2_000, silenceSellerBps: 10_000 })).toEqual([]);
    expect(errorsOf({ ids: expiring(needed) })).toEqual([]);
  });

  it("last, without an appeal arbiter, only as long as one ruling takes", () => {
    const terms = exampleTerms();
    const { deliverBy, reviewWindow, rulingWindow, appealWindow } = terms;
    expect(latestOpenSecond({ ...terms, appealArbiter: zeroAddress })).toBe(deliverBy + reviewWindow + rulingWindow);
    expect(latestOpenSecond(terms)).toBe(deliverBy + reviewWindow + 2 * rulingWindow + appealWindow);
  });

  it("have an id of their own on every chain and in every escrow", () => {
    const ids = [
      dealId(exampleTerms(), AT),
      dealId(exampleTerms({ deliverBy: NOW + 3 * DAY }), AT),
      dealId(exampleTerms(), { ...AT, chainId: 1 }),
      dealId(exampleTerms(), { ...AT, escrow: account(1) }),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it("are signed as what the id is the digest of", async () => {
    const signer = privateKeyToAccount(generatePrivateKey());
    const typed = termsTypedData(exampleTerms({ seller: signer.address }), AT);
    const signature = await signer.signTypedData(typed);
    expect(await recoverTypedDataAddress({ ...typed, signature })).toBe(signer.address);
  });

  it("open a deal as (terms, signature)", () => {
    const [terms, signature] = decodeAbiParameters(
      [{ type: "tuple", components: TERMS_TYPES.Terms }, { type: "bytes" }],
      encodeOpening(exampleTerms(), "0x1234"),
    );
    expect(signature).toBe("0x1234");
    expect(dealId(terms, AT)).toBe(dealId(exampleTerms(), AT));
  });
});
