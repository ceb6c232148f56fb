import { zeroHash, type Hex } from "viem";
import { packTokenId } from "#domain/token-id.ts";
import { agree, amend, DAY, HOUR, idOf, open, openingData, settle } from "./deals.ts";
import { mint } from "./tokens.ts";
import { accountAt, type World } from "./world.ts";

const WORDS: Hex = `0x${"c0".repeat(32)}`;

/** Deals that need no arbiter, from opening to rating. */
export async function playExchanges(world: World): Promise<void> {
  const [buyer, seller, other] = [accountAt(4), accountAt(8), accountAt(9)];
  const own = await mint(world, buyer, { unit: "hour", amount: 20n });
  const sellers = await mint(world, seller, { unit: "minute", amount: 300n, to: buyer.address });
  const days = await mint(world, other, { unit: "day", amount: 1n, to: buyer.address });
  const pay = (amount: bigint, id = own) => ({ buyer, seller, payment: [{ id, amount }] });

  // Pending, accepted, delivered, confirmed; rated by both, one answered. The seller's own promise comes home.
  const homeward = {
    ...pay(120n, sellers),
    payment: [
      { id: own, amount: 1n },
      { id: sellers, amount: 120n },
    ],
  };
  const first = await open(world, homeward, false);
  await world.act(seller, "escrow", "accept", [first]);
  await world.act(seller, "escrow", "deliver", [idOf(world, first)]);
  await world.act(buyer, "escrow", "confirm", [first]);
  const praise = { rater: buyer.address, stars: 5, comment: WORDS, signature: "0x" as Hex };
  await world.act(buyer, "ratingBook", "rate", [first, [praise]]);
  await world.act(seller, "ratingBook", "rate", [first, [{ ...praise, rater: seller.address, stars: 2 }]]);
  await world.act(seller, "ratingBook", "reply", [first, buyer.address, WORDS]);

  // Minted straight into the escrow, confirmed in person.
  const expiry = (await world.now()) + 90 * DAY;
  const fresh = packTokenId({ issuer: seller.address, unit: "hour", expiry });
  const inPerson = await agree(world, { buyer: seller, seller: buyer, payment: [{ id: fresh, amount: 2n }] });
  const data = await openingData(world, inPerson, buyer);
  await mint(world, seller, { unit: "hour", expiry, amount: 2n, to: world.contracts.escrow, data });
  await world.act(seller, "escrow", "confirm", [inPerson]);

  // Declined, withdrawn, refused by silence; voided before it opened.
  await world.act(seller, "escrow", "decline", [await open(world, pay(1n), false)]);
  await world.act(buyer, "escrow", "decline", [await open(world, pay(1n), false)]);
  const unanswered = await open(world, pay(1n), false);
  await world.act(buyer, "escrow", "voidTerms", [await agree(world, pay(1n))]);

  // Moved, then confirmed; settled; given back; not delivered; delivered and never confirmed.
  const moved = await amend(world, pay(2n), await open(world, pay(2n)));
  const settled = { buyer, seller, payment: [{ id: days, amount: 1n }] };
  await settle(world, settled, await open(world, settled), [700n]);
  await world.act(seller, "escrow", "refund", [await open(world, pay(1n))]);
  const missed = await open(world, { ...pay(1n), seller: other });
  const silent = await open(world, pay(1n));
  await world.act(seller, "escrow", "deliver", [idOf(world, silent)]);
  await world.act(buyer, "escrow", "confirm", [moved]);

  await world.waitUntil(silent.deliverBy + silent.reviewWindow + HOUR);
  for (const overdue of [unanswered, missed, silent]) await world.act(accountAt(0), "escrow", "poke", [overdue, []]);
  await world.act(seller, "ratingBook", "rate", [
    silent,
    [{ rater: seller.address, stars: 4, comment: zeroHash, signature: "0x" }],
  ]);

  // Still open when the story ends.
  await open(world, pay(1n), false);
  await open(world, pay(1n));
}
