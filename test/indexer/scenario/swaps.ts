import { zeroAddress } from "viem";
import type { HDAccount } from "viem/accounts";
import { NO_BUNDLE, orderTypedData, type Bundle, type SwapOrder } from "#domain/swap-order.ts";
import { DAY } from "./deals.ts";
import { mint } from "./tokens.ts";
import { accountAt, type World } from "./world.ts";

/** Orders filled alone, in a ring of two, and in a ring of three. */
export async function playSwaps(world: World): Promise<void> {
  const members = [accountAt(20), accountAt(21), accountAt(22)];
  const [first, second, third] = members as [HDAccount, HDAccount, HDAccount];
  const hours: bigint[] = [];
  for (const member of members) {
    hours.push(await mint(world, member, { unit: "hour", amount: 9n }));
    await world.act(member, "token", "setApprovalForAll", [world.contracts.swap, true]);
  }
  const [a, b, c] = hours as [bigint, bigint, bigint];
  const some = (id: bigint, amount = 1n): Bundle => ({ ids: [id], amounts: [amount] });

  // For exact ids, several at once; for minutes of an issuer.
  await fill(world, second, await sign(world, first, { give: some(a, 2n), want: some(b, 3n) }), some(b, 3n));
  const days = await mint(world, third, { unit: "day", amount: 1n, to: first.address });
  const both = [a, days].sort((x, y) => (x < y ? -1 : 1));
  const wanted = { ids: both, amounts: both.map(() => 1n) };
  await fill(world, first, await sign(world, second, { give: some(b), want: wanted }), wanted);
  const anyMinutes = { give: some(c), issuer: first.address, wantMinutes: 60n };
  await fill(world, second, await sign(world, third, anyMinutes), some(a));

  const pair = [
    await sign(world, first, { give: some(a), want: some(b) }),
    await sign(world, second, { give: some(b), want: some(a) }),
  ];
  const three = [
    await sign(world, first, { give: some(a), want: some(c) }),
    await sign(world, second, { give: some(b), want: some(a) }),
    await sign(world, third, { give: some(c), want: some(b) }),
  ];
  for (const ring of [pair, three]) {
    const [orders, signatures] = [ring.map(({ order }) => order), ring.map(({ signature }) => signature)];
    await world.act(accountAt(0), "swap", "settleRing", [orders, signatures]);
  }
}

type Signed = { order: SwapOrder; signature: `0x${string}` };

let nonce = 0n;

async function sign({ chain, contracts, now }: World, maker: HDAccount, wish: Partial<SwapOrder>): Promise<Signed> {
  const order: SwapOrder = {
    maker: maker.address,
    give: NO_BUNDLE,
    want: NO_BUNDLE,
    issuer: zeroAddress,
    wantMinutes: 0n,
    minExpiry: 0,
    validUntil: (await now()) + DAY,
    nonce: nonce++,
    epoch: 0n,
    ...wish,
  };
  return {
    order,
    signature: await maker.signTypedData(orderTypedData(order, { chainId: chain.id, swap: contracts.swap })),
  };
}

async function fill(world: World, payer: HDAccount, { order, signature }: Signed, payment: Bundle): Promise<void> {
  await world.act(payer, "swap", "fill", [order, signature, payment]);
}
