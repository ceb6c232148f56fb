import { createPublicClient, http, type Hex, type PublicClient } from "viem";
import { commitWords } from "#domain/commitment.ts";
import { timeEscrowAbi } from "#domain/generated/abi.ts";
import { ratingTypedData } from "#domain/typed-data.ts";
import { startTestChain } from "#test/support/chain.ts";
import { idOf, open } from "#test/indexer/scenario/deals.ts";
import { mint } from "#test/indexer/scenario/tokens.ts";
import { accountAt, openWorld, type World } from "#test/indexer/scenario/world.ts";
import type { RevealedWords } from "#web/features/evidence/queries.ts";

/** A deal that was really lived on a chain of its own: agreed, delivered, confirmed, rated by both and answered. */
export type PlayedDeal = {
  chain: PublicClient;
  world: World;
  system: { chainId: number; escrow: Hex; ratingBook: Hex };
  dealId: Hex;
  transactions: Hex[];
  words: RevealedWords;
  end: () => Promise<void>;
};

const salt = (digit: string): Hex => `0x${digit.repeat(64)}`;

const SAID = {
  brief: { body: "Two hours of bicycle repair — at the square, with “my” tools.", salt: salt("1") },
  comment: { body: "Très bien, ¡gracias! 🚲", salt: salt("2") },
  reply: { body: "Any time.", salt: salt("3") },
};

export async function playDeal(): Promise<PlayedDeal> {
  const { rpcUrl, contracts, stop } = await startTestChain();
  const world = openWorld(rpcUrl, contracts);
  const hashes = Object.fromEntries(
    Object.entries(SAID).map(([of, { body, salt: own }]) => [of, commitWords(body, own)]),
  ) as Record<keyof typeof SAID, Hex>;

  const [buyer, seller] = [accountAt(4), accountAt(8)];
  const id = await mint(world, buyer, { unit: "hour", amount: 5n });
  const terms = await open(world, { buyer, seller, payment: [{ id, amount: 2n }], terms: { brief: hashes.brief } });
  const dealId = idOf(world, terms);
  const lower = (address: Hex) => address.toLowerCase() as Hex;
  const system = {
    chainId: world.chain.id,
    escrow: lower(contracts.escrow),
    ratingBook: lower(contracts.ratingBook),
  };
  const rating = { dealId, rater: buyer.address, stars: 5, comment: hashes.comment };
  const signature = await buyer.signTypedData(ratingTypedData(rating, system));
  const transactions = [
    await findOpening(world, dealId),
    await world.act(seller, "escrow", "deliver", [dealId]),
    await world.act(buyer, "escrow", "confirm", [terms]),
    await world.act(seller, "ratingBook", "rate", [
      terms,
      [
        { ...rating, signature },
        { rater: seller.address, stars: 4, comment: hashes.comment, signature: "0x" },
      ],
    ]),
    await world.act(seller, "ratingBook", "reply", [terms, buyer.address, hashes.reply]),
  ];
  return {
    chain: createPublicClient({ chain: world.chain, transport: http(rpcUrl) }),
    world,
    system,
    dealId,
    transactions,
    words: Object.fromEntries(Object.entries(SAID).map(([of, said]) => [hashes[of as keyof typeof SAID], said])),
    end: async () => {
      await world.close();
      await stop();
    },
  };
}

async function findOpening({ client, contracts }: World, dealId: Hex): Promise<Hex> {
  const [opened] = await client.getContractEvents({
    address: contracts.escrow,
    abi: timeEscrowAbi,
    eventName: "Opened",
    args: { dealId },
    fromBlock: 0n,
  });
  return opened!.transactionHash;
}
