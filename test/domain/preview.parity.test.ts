import fc from "fast-check";
import { encodeFunctionData, zeroHash } from "viem";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { timeEscrowAbi } from "#domain/generated/abi.ts";
import { previewEnding } from "#domain/preview.ts";
import { mostSellerMinutes } from "#domain/split.ts";
import { latestOpenSecond, TERMS_LIMITS, type Terms } from "#domain/terms.ts";
import { packTokenId, unpackTokenId } from "#domain/token-id.ts";
import { toMinutes } from "#domain/units.ts";
import { startChain, type Chain } from "./parity/chain.ts";
import { mintPayment, play, readDeal, STORIES, termsFrom } from "./parity/play.ts";

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

describe("previews", { timeout: 60_000 }, () => {
  it("hold for any ruling, to the minute", async () => {
    const played = await play(chain, story("disputed before one arbiter"), payment);
    const most = mostSellerMinutes(played.terms, true);
    const anyRuling = fc.tuple(...most.map((minutes) => fc.nat(minutes)));
    const ruled = await chain.takeSnapshot();
    await fc.assert(
      fc.asyncProperty(anyRuling, async (sellerMinutes) => {
        const second = (await chain.now()) + 1;
        const preview = previewEnding(
          await readDeal(chain, played),
          played.terms,
          { kind: "rule", sellerMinutes },
          second,
        );
        await ruleAt(played.terms, sellerMinutes, second);
        for (const {
          tokenId,
          sellerMinutes: sellers,
          buyerMinutes,
          feeMinutes,
          redeemedMinutes,
        } of preview.positions) {
          expect(await minutesOf("seller", tokenId)).toBe(sellers - redeemedMinutes);
          expect(await minutesOf("buyer", tokenId)).toBe(buyerMinutes);
          expect(await minutesOf("arbiter", tokenId)).toBe(feeMinutes);
        }
        await ruled.restore();
      }),
      { numRuns: 12 },
    );
  });

  it("hold where an id runs out before anybody pokes", async () => {
    const drafted = termsFrom(chain, await chain.now(), payment);
    const expiry = latestOpenSecond(drafted) + TERMS_LIMITS.expiryMargin;
    await chain.token.write.mint([chain.people.buyer, 1, expiry, 2n, "0x"], {
      account: chain.wallet("stranger").account,
    });
    const lapsing = packTokenId({ issuer: chain.people.stranger, unit: "hour", expiry });
    const pair = [lapsing, payment.ids[0]!].sort((a, b) => (a < b ? -1 : 1));
    const terms = { ...drafted, ids: pair, amounts: [1n, 1n] };
    await chain.openingOf(terms, await chain.signTerms(terms));
    const opened = await chain.takeSnapshot();
    for (const second of [expiry - 1, expiry]) {
      const deal = await readDeal(chain, { terms, ruling: null });
      const preview = previewEnding(deal, terms, { kind: "silence" }, second);
      const had = await chain.token.read.balanceOfBatch([pair.map(() => chain.people.buyer), pair]);
      const data = encodeFunctionData({ abi: timeEscrowAbi, functionName: "poke", args: [terms, []] });
      await chain.send("stranger", { to: chain.escrow.address, data }, second);
      const has = await chain.token.read.balanceOfBatch([pair.map(() => chain.people.buyer), pair]);
      expect(has.map((amount, index) => amount - had[index]!)).toEqual(
        preview.positions.map(({ lapsedMinutes }) => (lapsedMinutes === 0 ? 1n : 0n)),
      );
      expect(preview.total.lapsedMinutes).toBe(second === expiry ? 60 : 0);
      expect(await chain.token.read.balanceOf([chain.escrow.address, lapsing])).toBe(0n);
      await opened.restore();
    }
  });

  async function ruleAt(terms: Terms, sellerMinutes: readonly number[], second: number) {
    const args = [terms, sellerMinutes.map(BigInt), zeroHash] as const;
    const data = encodeFunctionData({ abi: timeEscrowAbi, functionName: "rule", args });
    await chain.send("arbiter", { to: chain.escrow.address, data }, second);
  }

  /** What `person` holds of an id and of its minutes; every id of the payment has an issuer of its own. */
  async function minutesOf(person: "seller" | "buyer" | "arbiter", tokenId: bigint): Promise<number> {
    const { unit, ...promise } = unpackTokenId(tokenId);
    const minuteId = packTokenId({ ...promise, unit: "minute" });
    const [tokens = 0n, minutes = 0n] = await chain.token.read.balanceOfBatch([
      [chain.people[person], chain.people[person]],
      [tokenId, minuteId],
    ]);
    return toMinutes(tokens, unit) + (unit === "minute" ? 0 : Number(minutes));
  }
});
