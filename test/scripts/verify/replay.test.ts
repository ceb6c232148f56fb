import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import {
  ARBITER,
  BUYER,
  burned,
  closed,
  CONTRACTS,
  DEAL,
  ESCROW,
  HOURS,
  MINUTES,
  minted,
  moved,
  opened,
  replay,
  SELLER,
  TERMS,
} from "./hand-made.ts";

const paid = moved(BUYER, ESCROW, HOURS, 2n);

describe("given logs of which a node left some out", () => {
  it("when somebody gives what they never got, then it is refused", () => {
    expect(() => replay([moved(BUYER, SELLER, HOURS, 1n)])).toThrow(/gives more .* than was ever got/);
    expect(() => replay([minted(BUYER, 2n)], [moved(BUYER, SELLER, HOURS, 3n)])).toThrow(/gives more/);
  });

  it("when a burn is not explained in its transaction, then it is refused", () => {
    const burn = moved(BUYER, zeroAddress, HOURS, 1n);
    expect(() => replay([minted(BUYER, 2n)], [burn])).toThrow(/nothing says why/);
    expect(() => replay([minted(BUYER, 2n)], [burn], [burned(BUYER, 1n, 2)])).toThrow(/nothing says why/);
    expect(() => replay([minted(BUYER, 2n)], [burn, burned(BUYER, 2n, 2)])).toThrow(/no such burn/);
    expect(() => replay([minted(BUYER, 2n)], [burn, burned(BUYER, 1n, 4)])).toThrow(/no such burn/);
  });

  it("when a conversion changes what something is worth, then it is refused", () => {
    const out = moved(BUYER, zeroAddress, HOURS, 1n);
    const convert = (newAmount: bigint) =>
      replay(
        [minted(BUYER, 2n)],
        [
          out,
          minted(BUYER, newAmount, MINUTES),
          { eventName: "Converted", args: { holder: BUYER, id: HOURS, newId: MINUTES, amount: 1n, newAmount } },
        ],
      );
    expect(() => convert(59n)).toThrow(/no such exchange/);
    const kinds = [...convert(60n).transfer.values()].map(({ kind }) => kind);
    expect(kinds).toEqual(["mint", "convert_out", "convert_in"]);
  });

  it("when a deal opens without its payment, twice, or never, then it is refused", () => {
    expect(() => replay([opened()])).toThrow(/no such payment/);
    expect(() => replay([minted(BUYER, 2n)], [moved(BUYER, SELLER, HOURS, 2n), opened()])).toThrow(/no such payment/);
    expect(() => replay([minted(BUYER, 4n)], [paid, opened()], [paid, opened()])).toThrow(/opened before/);
    expect(() => replay([{ eventName: "Delivered", args: { dealId: DEAL } }])).toThrow(/never opened/);
  });

  it("when a closing gives away more than was paid, or comes twice, then it is refused", () => {
    const begun = [[minted(BUYER, 2n)], [paid, opened()]];
    expect(() => replay(...begun, [closed(4, { sellerMinutes: [121n] })])).toThrow(/more than was paid/);
    expect(() => replay(...begun, [closed(4, { sellerMinutes: [1n, 2n] })])).toThrow(/another number of ids/);
    expect(() => replay(...begun, [closed(2, {})], [closed(2, {})])).toThrow(/cannot close so/);
  });

  it("when a nonce or an epoch is missing before what wants it, then it is refused", () => {
    const { swap: emitter } = CONTRACTS;
    const bundle = { ids: [HOURS], amounts: [1n] };
    const args = { orderId: DEAL, maker: BUYER, payer: SELLER, receiver: SELLER, given: bundle, paid: bundle };
    const filled = { eventName: "Filled", args, emitter } as const;
    const used = (owner: typeof BUYER) => ({ eventName: "NonceUsed", args: { owner, nonce: 1n }, emitter }) as const;
    expect(() => replay([filled])).toThrow(/no nonce was used/);
    expect(() => replay([used(SELLER), filled])).toThrow(/no nonce was used/);
    expect([...replay([used(BUYER), filled]).used_nonce.values()]).toMatchObject([{ book: "swap", use: "swap" }]);
    const begun = [[minted(BUYER, 2n)], [paid, opened()]];
    expect(() => replay(...begun, [closed(3, { sellerMinutes: [1n] })])).toThrow(/no nonce was used/);
    const raised = { eventName: "EpochRaised", args: { maker: BUYER, epoch: 2n }, emitter } as const;
    expect(() => replay([raised])).toThrow(/epoch before it was 0/);
  });

  it("when an arbiter changes an entry they do not have, then it is refused", () => {
    const { arbiterRegistry: emitter } = CONTRACTS;
    expect(() => replay([{ eventName: "Left", args: { arbiter: ARBITER }, emitter }])).toThrow(/not listed/);
  });

  it("when a claim is taken that nobody had, or a reply has no rating, then it is refused", () => {
    const claim = { dealId: DEAL, owner: SELLER, id: HOURS, amount: 1n };
    expect(() => replay([{ eventName: "ClaimPaid", args: claim }])).toThrow(/no such claim/);
    const reply = { dealId: DEAL, rater: BUYER, by: SELLER, reply: DEAL };
    expect(() => replay([{ eventName: "Replied", args: reply }])).toThrow(/no rating/);
  });
});

describe("given a deal that was opened, delivered and confirmed", () => {
  const tables = replay(
    [minted(BUYER, 5n)],
    [paid, opened()],
    [{ eventName: "Delivered", args: { dealId: DEAL } }],
    [closed(1, {}), moved(ESCROW, SELLER, HOURS, 2n)],
    [{ eventName: "Rated", args: { dealId: DEAL, rater: BUYER, ratee: SELLER, stars: 5, comment: DEAL } }],
    [moved(SELLER, zeroAddress, HOURS, 1n), burned(SELLER, 1n, 1)],
  );

  it("then every move has its kind and its deal", () => {
    const moves = [...tables.transfer.values()].map(({ kind, dealId, minutes }) => [kind, dealId, minutes]);
    expect(moves).toEqual([
      ["mint", null, 300],
      ["escrow_in", DEAL, 120],
      ["escrow_out", DEAL, 120],
      ["forgive", null, 60],
    ]);
  });

  it("then the issuer's record adds up", () => {
    expect(tables.issuer.get(BUYER)).toEqual({
      address: BUYER,
      mintedMinutes: 300,
      outstandingMinutes: 240,
      inEscrowMinutes: 0,
      redeemedMinutes: 0,
      forgivenMinutes: 60,
      withdrawnMinutes: 0,
      lapsedMinutes: 0,
      since: 10,
    });
  });

  it("then the deal is closed, divided, counted and scored", () => {
    expect(tables.deal.get(DEAL)).toMatchObject({
      status: "closed",
      outcome: "completed",
      since: 40,
      rateable: true,
      minutes: 120,
      sellerMinutes: 120,
      buyerMinutes: 0,
      deliveredAt: 30,
      closedAt: 40,
    });
    expect(tables.member.get(SELLER)).toMatchObject({
      firstSeenAt: 20,
      dealsAsSeller: 1,
      completedDeals: 1,
      minutesGiven: 120,
      ratingCount: 1,
      starSum: 5,
    });
    expect(tables.reputation_entry.get(`${DEAL}/${SELLER}`)).toMatchObject({ got: 100, claimed: 100, minutes: 120 });
    expect(tables.reputation.get(SELLER)).toMatchObject({ asOf: 1, score: 55 });
    expect(tables.reputation_peer.get(`${SELLER}/${BUYER}`)).toMatchObject({
      weight: 119_835_616_438_356_164_400n,
      quality: 100n * 10n ** 18n,
    });
    expect(tables.community_day.get("0")).toMatchObject({
      completedDeals: 1,
      exchangedMinutes: 120,
      forgivenMinutes: 60,
    });
  });

  it("then everyone with a part in it hears of each step", () => {
    const delivery = tables.change.get("3000000");
    expect(delivery?.topics).toEqual(
      [`deal:${DEAL}`, ...[BUYER, SELLER, ARBITER].map((role) => `member:${role}`)].sort(),
    );
  });
});

describe("given a deal whose seller stayed silent", () => {
  it("then it is a default of the seller's alone, and counts only where it was accepted", () => {
    const silent = replay([minted(BUYER, 2n)], [paid, opened()], [closed(2, { bySilence: true })]);
    expect(silent.deal.get(DEAL)).toMatchObject({ defaulted: true, buyerMinutes: 120 });
    expect([...silent.reputation_entry.keys()]).toEqual([`${DEAL}/${SELLER}`]);
    const unanswered = replay([minted(BUYER, 2n)], [paid, opened(TERMS, 1)], [closed(2, { bySilence: true })]);
    expect(unanswered.deal.get(DEAL)).toMatchObject({ defaulted: false, acceptedAt: null });
    expect(unanswered.member.get(SELLER)).toMatchObject({ dealsAsSeller: 0, defaultedDeals: 0 });
  });
});

describe("given a dispute that an arbiter rules", () => {
  it("then the fee comes out first, and the buyer has the rest", () => {
    const ruling = { dealId: DEAL, arbiter: ARBITER, sellerMinutes: [60n], reasons: DEAL };
    const { deal_payment: payment, deal } = replay(
      [minted(BUYER, 2n)],
      [paid, opened()],
      [{ eventName: "Disputed", args: { dealId: DEAL } }],
      [{ eventName: "Ruled", args: ruling }, closed(4, { feeTo: ARBITER, sellerMinutes: [60n] })],
    );
    expect(payment.get(`${DEAL}/0`)).toMatchObject({ sellerMinutes: 60, feeMinutes: 6, buyerMinutes: 54 });
    expect(deal.get(DEAL)).toMatchObject({ outcome: "ruled", ruling: null, ruledAt: 40, feeTo: ARBITER });
  });
});
