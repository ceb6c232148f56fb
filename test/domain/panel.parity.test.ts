import fc from "fast-check";
import { encodeFunctionData, zeroAddress, zeroHash } from "viem";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { arbiterPanelAbi } from "#domain/generated/abi.ts";
import { panelFeeShares, panelRuling } from "#domain/panel.ts";
import { feeMinutesDown, mostSellerMinutes } from "#domain/split.ts";
import { dealId, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { callOf } from "./parity/calls.ts";
import { startChain, type Chain, type Person } from "./parity/chain.ts";
import { termsFrom } from "./parity/play.ts";

const JURY = ["arbiter", "appealArbiter", "stranger"] as const satisfies readonly Person[];

let chain: Chain;
let panel: Awaited<ReturnType<Chain["deployPanel"]>>;
let terms: Terms;
let disputed: Awaited<ReturnType<Chain["takeSnapshot"]>>;

beforeAll(async () => {
  chain = await startChain();
  const { people, token } = chain;
  panel = await chain.deployPanel(
    JURY.map((person) => people[person]),
    3n,
  );
  const account = chain.wallet("stranger").account;
  await token.write.mint([people.buyer, 0, 0, 2_000n, "0x"], { account });
  const ids = [packTokenId({ issuer: people.stranger, unit: "minute", expiry: 0 })];
  const drafted = termsFrom(chain, await chain.now(), { ids, amounts: [2_000n] });
  terms = { ...drafted, arbiter: panel.address, appealArbiter: zeroAddress };
  await chain.openingOf(terms, await chain.signTerms(terms));
  const played = { terms, ruling: null };
  await chain.send("seller", await callOf(chain, played, "deliver", "seller", terms.deliverFrom), terms.deliverFrom);
  await chain.send("buyer", await callOf(chain, played, "dispute", "buyer", terms.deliverFrom + 60));
  disputed = await chain.takeSnapshot();
}, 60_000);

beforeEach(() => disputed.restore());

describe("a panel of three", { timeout: 60_000 }, () => {
  it("rules the median and shares the fee as foretold", async () => {
    const [most = 0] = mostSellerMinutes(terms, true);
    await fc.assert(
      fc.asyncProperty(fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most)), async (minutes) => {
        for (const [index, person] of JURY.entries()) {
          const args = [terms, [BigInt(minutes[index] ?? 0)], zeroHash] as const;
          const data = encodeFunctionData({ abi: arbiterPanelAbi, functionName: "vote", args });
          await chain.send(person, { to: panel.address, data });
        }
        const ruling = panelRuling(minutes.map((vote) => [vote]));
        expect(await panel.read.rulingOf([terms])).toEqual(ruling.map(BigInt));

        const data = encodeFunctionData({ abi: arbiterPanelAbi, functionName: "execute", args: [terms] });
        await chain.send("stranger", { to: panel.address, data });
        const fee = BigInt(feeMinutesDown(2_000, terms.arbiterFeeBps));
        const id = dealId(terms, chain.at);
        const due = JURY.map((person) => panel.read.dueTo([id, chain.people[person], terms.ids[0]!]));
        expect(await Promise.all(due)).toEqual(panelFeeShares(fee, JURY.length));
        await disputed.restore();
      }),
      { numRuns: 8 },
    );
  });
});
