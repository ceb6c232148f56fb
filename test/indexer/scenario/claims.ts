import { zeroAddress, type Address } from "viem";
import type { HDAccount } from "viem/accounts";
import { DAY, idOf, open } from "./deals.ts";
import { mint } from "./tokens.ts";
import { accountAt, type World } from "./world.ts";

/** What a seller who refuses tokens leaves in the escrow: paid later, sent elsewhere, or lapsed. */
export async function playClaims(world: World): Promise<void> {
  const [buyer, seller, friend] = [accountAt(7), accountAt(11), accountAt(12)];
  const expiry = (await world.now()) + 30 * DAY;
  const hours = await mint(world, buyer, { unit: "hour", expiry, amount: 9n });
  const minutes = await mint(world, buyer, { unit: "minute", amount: 99n });
  const payment = [
    { id: hours, amount: 1n },
    { id: minutes, amount: 10n },
  ];
  const paid = await open(world, { buyer, seller, payment });
  const lapsing = await open(world, { buyer, seller, payment });

  // Code without a receiver's hooks refuses every token.
  await delegate(world, seller, world.contracts.forwarder);
  for (const terms of [paid, lapsing]) await world.act(buyer, "escrow", "confirm", [terms]);
  await delegate(world, seller, zeroAddress);

  await world.act(friend, "escrow", "payClaim", [idOf(world, paid), seller.address, hours]);
  await world.act(seller, "escrow", "redirectClaim", [idOf(world, paid), minutes, friend.address]);
  await world.waitUntil(expiry);
  await world.act(friend, "escrow", "lapseClaim", [idOf(world, lapsing), seller.address, hours]);
}

/** Gives an account the code of `target` (EIP-7702), or takes it away again. */
async function delegate({ client, chain }: World, who: HDAccount, target: Address): Promise<void> {
  const sponsor = accountAt(0);
  const authorization = await client.signAuthorization({ account: who, contractAddress: target, executor: sponsor });
  const hash = await client.sendTransaction({
    account: sponsor,
    chain,
    to: sponsor.address,
    authorizationList: [authorization],
  });
  await client.waitForTransactionReceipt({ hash });
}
