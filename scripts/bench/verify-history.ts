import {
  encodeAbiParameters,
  encodeEventTopics,
  keccak256,
  numberToHex,
  zeroAddress,
  zeroHash,
  type Abi,
  type AbiEvent,
  type Address,
  type Hex,
} from "viem";
import { deployments } from "#domain/generated/deployments.ts";
import { ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { DEFAULT_TERMS } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";

const EXCHANGES = 25_000;
const EXCHANGES_IN_BLOCK = 2;
const MEMBERS = 1_000;
const FIRST_SECOND = 1_750_000_000;
const BLOCK_SECONDS = 12;

const { token, escrow, ratingBook } = deployments[LOCAL_CHAIN.id];
const CONTRACTS = {
  token: { address: token, abi: timeTokenAbi as Abi },
  escrow: { address: escrow, abi: timeEscrowAbi as Abi },
  ratingBook: { address: ratingBook, abi: ratingBookAbi as Abi },
};

type Said = { contract: keyof typeof CONTRACTS; name: string; args: Record<string, unknown> };

/** The newest block of the made-up chain; the first one is empty. */
export const LAST_BLOCK = EXCHANGES / EXCHANGES_IN_BLOCK;

export function blockTime(block: number): number {
  return FIRST_SECOND + block * BLOCK_SECONDS;
}

export function blockHash(block: number): Hex {
  return block < 0 ? zeroHash : keccak256(numberToHex(block));
}

/** @returns a block's logs as a node tells them: two exchanges from mint to mutual rating, eight events each */
export function logsOf(block: number): object[] {
  if (block === 0) return [];
  const exchanges = Array.from({ length: EXCHANGES_IN_BLOCK }, (_, at) => (block - 1) * EXCHANGES_IN_BLOCK + at);
  const transactions = exchanges.flatMap((exchange) => transactionsOf(exchange, block));
  let logIndex = 0;
  return transactions.flatMap((said, transactionIndex) =>
    said.map((event) => ({
      ...encode(event),
      blockNumber: numberToHex(block),
      blockHash: blockHash(block),
      transactionHash: keccak256(numberToHex(block * 100 + transactionIndex)),
      transactionIndex: numberToHex(transactionIndex),
      logIndex: numberToHex(logIndex++),
      removed: false,
    })),
  );
}

/** Mint, pay and open, deliver, confirm, two ratings. */
function transactionsOf(exchange: number, block: number): Said[][] {
  const now = blockTime(block);
  const buyer = memberAt(exchange % MEMBERS);
  const seller = memberAt((exchange + 1 + Math.floor(exchange / MEMBERS)) % MEMBERS);
  const id = packTokenId({ issuer: buyer, unit: "hour", expiry: 0 });
  const dealId = keccak256(numberToHex(exchange, { size: 32 }));
  const terms = {
    ...DEFAULT_TERMS,
    ...{ buyer, seller, arbiter: memberAt(MEMBERS), appealArbiter: zeroAddress, ids: [id], amounts: [1n] },
    ...{ acceptBy: now, deliverFrom: now, deliverBy: now + 7_200, brief: zeroHash, salt: dealId },
  };
  const move = (from: Address, to: Address): Said => ({
    contract: "token",
    name: "TransferSingle",
    args: { operator: buyer, from, to, id, value: 1n },
  });
  const rate = (rater: Address, ratee: Address, stars: number): Said => ({
    contract: "ratingBook",
    name: "Rated",
    args: { dealId, rater, ratee, stars, comment: zeroHash },
  });
  const say = (name: string, args: Record<string, unknown>): Said => ({
    contract: "escrow",
    name,
    args: { dealId, ...args },
  });
  return [
    [move(zeroAddress, buyer)],
    [move(buyer, escrow), say("Opened", { buyer, seller, status: 2, terms })],
    [say("Delivered", {})],
    [say("Closed", { outcome: 1, bySilence: false, feeTo: zeroAddress, sellerMinutes: [] }), move(escrow, seller)],
    [rate(buyer, seller, 1 + (exchange % 5))],
    [rate(seller, buyer, 5)],
  ];
}

function memberAt(index: number): Address {
  return numberToHex(0xbe_0000 + index, { size: 20 });
}

function encode({ contract, name, args }: Said): { address: Address; topics: unknown[]; data: Hex } {
  const { address, abi } = CONTRACTS[contract];
  const event = abi.find((item): item is AbiEvent => item.type === "event" && item.name === name);
  const inputs = (event?.inputs ?? []).filter(({ indexed }) => !indexed);
  const topics = encodeEventTopics({ abi: event ? [event] : [], eventName: name, args });
  return {
    address,
    topics,
    data: encodeAbiParameters(
      inputs,
      inputs.map((input) => args[input.name ?? ""]),
    ),
  };
}
