import { zeroHash } from "viem";
import { APPEAL_ARBITER, ARBITER, DAY, HOUR, dispute, idOf, open, type Agreement } from "./deals.ts";
import { mint } from "./tokens.ts";
import { accountAt, type World } from "./world.ts";

/** Every way a dispute can end. */
export async function playDisputes(world: World): Promise<void> {
  const [buyer, seller] = [accountAt(5), accountAt(10)];
  const hours = await mint(world, buyer, { unit: "hour", amount: 30n });
  const sellers = await mint(world, seller, { unit: "day", amount: 1n, to: buyer.address });
  const pay = (amount: bigint): Agreement => ({ buyer, seller, payment: [{ id: hours, amount }] });
  const appealable = (amount: bigint): Agreement => ({
    ...pay(amount),
    terms: { appealArbiter: APPEAL_ARBITER.address },
  });

  // Ruled at once, three ways, in minutes that are no whole hours or days; one id is the seller's own.
  const mixed = {
    buyer,
    seller,
    payment: [
      { id: hours, amount: 3n },
      { id: sellers, amount: 1n },
    ],
  };
  const three = await dispute(world, mixed);
  await world.act(seller, "escrow", "submitEvidence", [three, `0x${"e2".repeat(32)}`]);
  const shares = three.ids.map((id) => (id === hours ? 61n : 501n));
  await world.act(ARBITER, "escrow", "rule", [three, shares, `0x${"aa".repeat(32)}`]);

  // Without a fee; conceded by either side.
  const free = await dispute(world, { ...pay(1n), terms: { arbiterFeeBps: 0 } });
  await world.act(ARBITER, "escrow", "rule", [free, [60n], zeroHash]);
  await world.act(buyer, "escrow", "concede", [await dispute(world, pay(1n))]);
  await world.act(seller, "escrow", "concede", [await dispute(world, pay(1n))]);

  // Appealed and ruled anew; conceded after a ruling, so that its fee is earned.
  const appealed = await dispute(world, appealable(2n));
  await world.act(ARBITER, "escrow", "rule", [appealed, [90n], zeroHash]);
  await world.act(buyer, "escrow", "appeal", [appealed]);
  await world.act(APPEAL_ARBITER, "escrow", "rule", [appealed, [30n], zeroHash]);
  const conceded = await dispute(world, appealable(1n));
  await world.act(ARBITER, "escrow", "rule", [conceded, [20n], zeroHash]);
  await world.act(buyer, "escrow", "concede", [conceded]);

  // Both arbiters step back; only the first does, and the other rules; nobody is left to rule.
  const abandoned = await dispute(world, appealable(1n));
  await world.act(ARBITER, "escrow", "recuse", [abandoned, []]);
  await world.act(APPEAL_ARBITER, "escrow", "recuse", [abandoned, []]);
  const handedOn = await dispute(world, appealable(1n));
  await world.act(ARBITER, "escrow", "recuse", [handedOn, []]);
  await world.act(APPEAL_ARBITER, "escrow", "rule", [handedOn, [0n], zeroHash]);
  await world.act(ARBITER, "escrow", "recuse", [await dispute(world, pay(1n)), []]);

  // Silences: of the only arbiter, of the parties after a ruling, of the first arbiter, of the appeal arbiter.
  const unruled = await dispute(world, pay(1n));
  const accepted = await dispute(world, appealable(1n));
  await world.act(ARBITER, "escrow", "rule", [accepted, [45n], zeroHash]);
  const late = await dispute(world, appealable(1n));
  const standing = await dispute(world, appealable(1n));
  await world.act(ARBITER, "escrow", "rule", [standing, [15n], zeroHash]);
  await world.act(seller, "escrow", "appeal", [standing]);
  await world.waitUntil((await world.now()) + late.rulingWindow + HOUR);
  await world.act(accountAt(0), "escrow", "poke", [unruled, []]);
  await world.act(accountAt(0), "escrow", "poke", [accepted, [45n]]);
  await world.act(accountAt(0), "escrow", "poke", [standing, [15n]]);
  await world.act(APPEAL_ARBITER, "escrow", "rule", [late, [33n], zeroHash]);

  // Left in the middle when the story ends.
  await dispute(world, pay(1n));
  const waiting = await dispute(world, appealable(1n));
  await world.act(ARBITER, "escrow", "rule", [waiting, [10n], zeroHash]);
}

/** A payment that runs out before anyone closes its deal. */
export async function playLapse(world: World): Promise<void> {
  const [buyer, seller] = [accountAt(6), accountAt(10)];
  const expiry = (await world.now()) + 40 * DAY;
  const hours = await mint(world, buyer, { unit: "hour", expiry, amount: 2n });
  const lasting = await mint(world, buyer, { unit: "minute", amount: 40n });
  const agreement = {
    buyer,
    seller,
    payment: [
      { id: hours, amount: 2n },
      { id: lasting, amount: 40n },
    ],
  };
  const terms = await open(world, agreement);
  await world.act(seller, "escrow", "deliver", [idOf(world, terms)]);
  await world.waitUntil(expiry);
  await world.act(accountAt(0), "escrow", "poke", [terms, []]);
}
