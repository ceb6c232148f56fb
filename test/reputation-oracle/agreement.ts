import { numberToHex, type Hex } from "viem";
import { deployments } from "#domain/generated/deployments.ts";
import { replayChain } from "#scripts/verify/chain.ts";
import { startFakeNode } from "#test/support/fake-node.ts";
import { hashOf, makeHistory } from "./history.ts";
import { scoresFromChain } from "./oracle.ts";

/** What the two implementations made of the same logs; the scores by address. */
export type Agreement = { asOf: [number, number]; oracle: Map<string, number>; replayed: Map<string, number> };

const silent = { show: () => undefined, done: () => undefined };

/** Has both read a made-up history from a node, each with its own library: the published page, and domain/ by `verify`. */
export async function readTwice(seed: number, deals: number): Promise<Agreement> {
  const { newest, timestampOf, logsOf } = makeHistory(seed, deals);
  const logs = Array.from({ length: newest + 1 }, (_, block) => logsOf(block));
  const blockAt = (block: number) => ({
    ...EMPTY_BLOCK,
    number: numberToHex(block),
    hash: hashOf(block),
    parentHash: hashOf(block - 1),
    timestamp: numberToHex(timestampOf(block)),
  });
  const node = await startFakeNode({
    eth_chainId: () => numberToHex(31337),
    eth_getCode: () => "0x01",
    eth_blockNumber: () => numberToHex(newest),
    eth_getBlockByNumber: ([number]) => blockAt(Number(number)),
    eth_getLogs: ([range]) => {
      const { fromBlock, toBlock, address } = range as unknown as { fromBlock: Hex; toBlock: Hex; address?: string[] };
      const known = address?.map((each) => each.toLowerCase());
      const asked = logs.slice(Number(fromBlock), Number(toBlock) + 1).flat() as { address: string }[];
      return asked.filter((log) => known?.includes(log.address));
    },
  });
  try {
    const { escrow, ratingBook } = deployments[31337];
    const oracle = await scoresFromChain(node.rpcUrl, { escrow, ratingBook });
    const head = { chainId: 31337, block: newest, hash: hashOf(newest) };
    const { tables } = await replayChain(node.rpcUrl, head, silent);
    const rows = [...tables.reputation.values()];
    return {
      asOf: [oracle.asOf, rows[0]?.asOf ?? 0],
      oracle: sorted(oracle.scores),
      replayed: sorted(new Map(rows.map(({ address, score }) => [address, score]))),
    };
  } finally {
    node.stop();
  }
}

function sorted(scores: Map<string, number>): Map<string, number> {
  return new Map([...scores].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What ethers wants a block to have. */
const EMPTY_BLOCK = {
  nonce: numberToHex(0, { size: 8 }),
  difficulty: "0x0",
  gasLimit: "0x0",
  gasUsed: "0x0",
  miner: `0x${"00".repeat(20)}`,
  extraData: "0x",
  transactions: [],
};
