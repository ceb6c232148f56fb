import type { Address, Hex, WalletClient } from "viem";
import { orderTypedData, type SwapOrder } from "#domain/swap-order.ts";
import { packTokenId } from "#domain/token-id.ts";
import type { System } from "./gas-system.ts";

const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const ZERO: Hex = `0x${"00".repeat(32)}`;
const FAR_FUTURE = 4_102_444_800;

type Member = WalletClient & { account: { address: Address } };

/**
 * A panel of three whose first two votes decide, after it has ruled before: what both votes and the execution cost
 * together, without a fee.
 */
export async function rulePanel(system: System, id: bigint): Promise<number> {
  const { viem, gasOf, wallets, escrow, registry, forwarder } = system.inside;
  const jury = wallets.slice(5, 8) as Member[];
  const members = jury.map(({ account }) => account.address);
  const panel = await viem.deployContract("ArbiterPanel", [escrow.address, registry, forwarder, members, 2n]);

  async function ruleOnce(): Promise<number> {
    const terms = system.newTerms(id, { arbiter: panel.address });
    await system.open(terms);
    await system.deliver(terms);
    await system.dispute(terms);
    let gas = 0;
    for (const { account } of jury.slice(0, 2)) {
      gas += await gasOf(panel.write.vote([terms, [54n], ZERO], { account: account.address }));
    }
    return gas + (await gasOf(panel.write.execute([terms])));
  }

  await ruleOnce();
  return ruleOnce();
}

/**
 * An order filled, and three of them settled in a ring: ids for ids, between members who hold both and whose orders were
 * used before.
 */
export async function swapTokens(system: System): Promise<{ swap: number; ring: number }> {
  const { viem, gasOf, wallets, token, forwarder, chainId } = system.inside;
  const makers = wallets.slice(5, 8) as Member[];
  const swap = await viem.deployContract("TimeSwap", [token.address, forwarder]);
  const ids = makers.map(({ account }) => packTokenId({ issuer: account.address, unit: "minute", expiry: FAR_FUTURE }));
  for (const { account } of makers) {
    await token.write.setApprovalForAll([swap.address, true], { account: account.address });
    for (const other of makers)
      await token.write.mint([other.account.address, 0, FAR_FUTURE, 100n, "0x"], { account: account.address });
  }

  /** Whoever stands at `index` gives ten of their own for ten of the one's before. */
  async function signOrder(index: number, before: number, nonce: bigint) {
    const maker = makers[index]!;
    const order: SwapOrder = {
      maker: maker.account.address,
      give: { ids: [ids[index]!], amounts: [10n] },
      want: { ids: [ids[before]!], amounts: [10n] },
      issuer: NOBODY,
      wantMinutes: 0n,
      minExpiry: 0,
      validUntil: FAR_FUTURE,
      nonce,
      epoch: 0n,
    };
    const typed = orderTypedData(order, { chainId, swap: swap.address });
    return { order, signature: await maker.signTypedData({ ...typed, account: maker.account.address }) };
  }

  async function fill(nonce: bigint): Promise<number> {
    const { order, signature } = await signOrder(0, 1, nonce);
    return gasOf(swap.write.fill([order, signature, order.want], { account: makers[1]!.account.address }));
  }

  async function settle(nonce: bigint): Promise<number> {
    const ring = [await signOrder(0, 2, nonce), await signOrder(1, 0, nonce), await signOrder(2, 1, nonce)];
    return gasOf(swap.write.settleRing([ring.map(({ order }) => order), ring.map(({ signature }) => signature)]));
  }

  await fill(0n);
  await settle(1n);
  return { swap: await fill(2n), ring: await settle(3n) };
}
