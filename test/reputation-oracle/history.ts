import {
  encodeAbiParameters,
  encodeEventTopics,
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
import { UNITS } from "#domain/units.ts";

const { token, escrow, ratingBook } = deployments[31337];
const CONTRACTS = {
  token: { address: token, abi: timeTokenAbi as Abi },
  escrow: { address: escrow, abi: timeEscrowAbi as Abi },
  ratingBook: { address: ratingBook, abi: ratingBookAbi as Abi },
};

const FIRST_SECOND = 1_700_000_000;
/** The deals of any history are spread over four years, so that forgetting matters. */
const LASTS_SECONDS = 4 * 365 * 86_400;
const OUTCOMES = { completed: 1, refunded: 2, settled: 3, ruled: 4, split: 5 } as const;

type Said = { contract: keyof typeof CONTRACTS; name: string; args: Record<string, unknown> };
type Draw = (below: number) => number;

/** A chain that was never lived, as a node tells it: a block for each deal's opening and one for what became of it. */
export type History = {
  newest: number;
  timestampOf: (block: number) => number;
  logsOf: (block: number) => object[];
};

/**
 * Makes up a history of deals that end in every way there is: the same for the same seed.
 * @param deals how many; members are a tenth of that, so that some meet again
 */
export function makeHistory(seed: number, deals: number): History {
  const draw = drawFrom(seed);
  const members = Math.max(3, Math.floor(deals / 10));
  const blocks: Said[][][] = [[]];
  for (let index = 0; index < deals; index += 1) blocks.push(...playDeal(index, members, draw));
  blocks.push([]);
  const spacing = Math.floor(LASTS_SECONDS / blocks.length);
  return {
    newest: blocks.length - 1,
    timestampOf: (block) => FIRST_SECOND + block * spacing,
    logsOf: (block) => tellBlock(blocks[block] ?? [], block),
  };
}

/** The transactions of two blocks: payment and opening; acceptance, closing and ratings as they come. */
function playDeal(index: number, members: number, draw: Draw): Said[][][] {
  const buyer = memberAt(draw(members));
  const seller = memberAt((Number(BigInt(buyer) & 0xffffn) + 1 + draw(members - 1)) % members);
  const dealId = numberToHex(index + 1, { size: 32 });
  const unit = UNITS[draw(3)] ?? "minute";
  const ids = [packTokenId({ issuer: buyer, unit, expiry: 0 })];
  const amounts = [BigInt(1 + draw(unit === "minute" ? 900 : 6))];
  const feeBps = draw(3) * 333;
  const roles = { buyer, seller, arbiter: memberAt(members + 1), appealArbiter: zeroAddress };
  const times = { acceptBy: 1, deliverFrom: 1, deliverBy: 2 };
  const terms = { ...DEFAULT_TERMS, ...roles, ids, amounts, ...times, brief: zeroHash, salt: dealId };
  const agreed = { ...terms, arbiterFeeBps: feeBps };

  const pending = draw(4) === 0;
  const declined = pending && draw(3) === 0;
  const opening: Said[][] = [
    [move(zeroAddress, buyer, buyer, ids[0], amounts[0])],
    [
      move(buyer, escrow, buyer, ids[0], amounts[0]),
      say("escrow", "Opened", { dealId, buyer, seller, status: pending ? 1 : 2, terms: agreed }),
    ],
  ];
  const minutes = Number(amounts[0]) * ({ minute: 1, hour: 60, day: 1_440 } as const)[unit];
  const later: Said[][] = [];
  if (pending && !declined) later.push([say("escrow", "Accepted", { dealId })]);
  let current = dealId;
  if (!declined && draw(10) === 0) {
    current = numberToHex(BigInt(index + 1) << 128n, { size: 32 });
    later.push([say("escrow", "Amended", { dealId, newDealId: current, newTerms: { ...agreed, salt: current } })]);
  }
  later.push(
    ...(declined ? [[closed(current, "refunded", draw(2) === 0)]] : end(current, roles, minutes, feeBps, draw)),
  );
  return [opening, draw(40) === 0 ? [] : later];
}

type Roles = { buyer: Address; seller: Address; arbiter: Address };

function end(dealId: Hex, { buyer, seller, arbiter }: Roles, minutes: number, feeBps: number, draw: Draw): Said[][] {
  const most = minutes - Math.floor((minutes * feeBps) / 10_000);
  switch (draw(8)) {
    case 0:
      return [[closed(dealId, "refunded", draw(2) === 0)]];
    case 1: {
      const nonce = { owner: seller, nonce: BigInt(dealId) };
      return [[say("escrow", "NonceUsed", nonce), closed(dealId, "settled", false, zeroAddress, draw(minutes + 1))]];
    }
    case 2:
      return [[closed(dealId, "split", true)]];
    case 3:
      return [[closed(dealId, "ruled", false, feeBps > 0 ? arbiter : zeroAddress, draw(most + 1))]];
    default: {
      const rate = (rater: Address, ratee: Address) =>
        draw(3) === 0
          ? []
          : [say("ratingBook", "Rated", { dealId, rater, ratee, stars: 1 + draw(5), comment: zeroHash })];
      return [[closed(dealId, "completed", draw(4) === 0)], rate(buyer, seller), rate(seller, buyer)];
    }
  }
}

function closed(
  dealId: Hex,
  outcome: keyof typeof OUTCOMES,
  bySilence: boolean,
  feeTo: Address = zeroAddress,
  sellerMinutes?: number,
): Said {
  const minutes = sellerMinutes === undefined ? [] : [BigInt(sellerMinutes)];
  return say("escrow", "Closed", { dealId, outcome: OUTCOMES[outcome], bySilence, feeTo, sellerMinutes: minutes });
}

function move(from: Address, to: Address, operator: Address, id?: bigint, value?: bigint): Said {
  return say("token", "TransferSingle", { operator, from, to, id, value });
}

function say(contract: Said["contract"], name: string, args: Record<string, unknown>): Said {
  return { contract, name, args };
}

function memberAt(index: number): Address {
  return numberToHex(0xbe_0000 + index, { size: 20 });
}

function tellBlock(transactions: readonly Said[][], block: number): object[] {
  let logIndex = 0;
  return transactions.flatMap((said, transactionIndex) =>
    said.map((event) => ({
      ...encode(event),
      blockNumber: numberToHex(block),
      blockHash: hashOf(block),
      transactionHash: numberToHex(block * 100 + transactionIndex, { size: 32 }),
      transactionIndex: numberToHex(transactionIndex),
      logIndex: numberToHex(logIndex++),
      removed: false,
    })),
  );
}

/** @returns what stands for a block's hash */
export function hashOf(block: number): Hex {
  return numberToHex(0xb10c_0000 + Math.max(0, block), { size: 32 });
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

/** Numbers that look random and are the same for the same seed (mulberry32). */
function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
