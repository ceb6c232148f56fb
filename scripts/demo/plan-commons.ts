import { encodeFunctionData, zeroAddress, type Hex } from "viem";
import { commitWords } from "#domain/commitment.ts";
import { arbiterPanelAbi, arbiterRegistryAbi, timeSwapAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { orderTypedData, type Bundle, type SwapOrder } from "#domain/swap-order.ts";
import { accountOf, addressOf } from "./accounts.ts";
import { tokenIdOf } from "./agreed-terms.ts";
import type { CommonsStep, DemoOrder } from "./commons.ts";
import { saltOf } from "./fixed-random.ts";
import { MEMBERS, type Handle } from "./members.ts";
import { DAY, toUnixSeconds } from "./moment.ts";
import { PANEL_ADDRESS, panelCreation } from "./panel.ts";
import type { Tokens } from "./tokens.ts";
import type { DemoTransaction, Stage } from "./transaction.ts";

/** @returns what members do together as transactions, in the order given. */
export async function planCommons(steps: readonly CommonsStep[], stage: Stage): Promise<DemoTransaction[]> {
  return Promise.all(
    steps.map(async (step) => ({
      name: step.do,
      at: toUnixSeconds(step.at, stage.now),
      ...(await callOf(step, stage)),
    })),
  );
}

type Call = Pick<DemoTransaction, "from" | "to" | "data">;

async function callOf(step: CommonsStep, stage: Stage): Promise<Call> {
  const { token, swap, arbiterRegistry } = stage.contracts;
  switch (step.do) {
    case "seat panel":
      return { from: "deployer", to: null, data: await panelCreation(stage.contracts) };
    case "list": {
      const args = [profileOf(step.by), step.feeBps, true] as const;
      const data = encodeFunctionData({ abi: arbiterRegistryAbi, functionName: "list", args });
      return { from: step.by, to: arbiterRegistry, data };
    }
    case "vote listing": {
      const args = [saltOf("panel profile"), step.feeBps, true] as const;
      const data = encodeFunctionData({ abi: arbiterPanelAbi, functionName: "voteListing", args });
      return { from: step.by, to: PANEL_ADDRESS, data };
    }
    case "allow swaps": {
      const args = [swap, true] as const;
      const data = encodeFunctionData({ abi: timeTokenAbi, functionName: "setApprovalForAll", args });
      return { from: step.by, to: token, data };
    }
    case "fill": {
      const { order, signature } = await signOrder(step.order, step.at, stage);
      const args = [order, signature, order.want] as const;
      return { from: step.by, to: swap, data: encodeFunctionData({ abi: timeSwapAbi, functionName: "fill", args }) };
    }
    case "settle ring": {
      const signed = await Promise.all(step.orders.map((order) => signOrder(order, step.at, stage)));
      const args = [signed.map(({ order }) => order), signed.map(({ signature }) => signature)] as const;
      const data = encodeFunctionData({ abi: timeSwapAbi, functionName: "settleRing", args });
      return { from: step.by, to: swap, data };
    }
  }
}

/** What an arbiter says of themselves is what their profile says. */
function profileOf(handle: Handle): Hex {
  const bio = MEMBERS.find((member) => member.handle === handle)?.bio ?? "";
  return commitWords(bio, saltOf("arbiter profile", handle));
}

async function signOrder(
  { key, maker, give, want }: DemoOrder,
  at: number,
  { now, chainId, contracts }: Stage,
): Promise<{ order: SwapOrder; signature: Hex }> {
  const order: SwapOrder = {
    maker: addressOf(maker),
    give: bundleOf(give, now),
    want: bundleOf(want, now),
    issuer: zeroAddress,
    wantMinutes: 0n,
    minExpiry: 0,
    validUntil: toUnixSeconds(at, now) + DAY,
    nonce: BigInt(saltOf("order", key)),
    epoch: 0n,
  };
  const signature = await accountOf(maker).signTypedData(orderTypedData(order, { chainId, swap: contracts.swap }));
  return { order, signature };
}

function bundleOf(tokens: Tokens, now: number): Bundle {
  return { ids: [tokenIdOf(tokens, now)], amounts: [BigInt(tokens.amount)] };
}
