import type { Hex } from "viem";
import { findOurContracts } from "#web/features/explorer/our-contracts.ts";
import { dealsRatedIn, transactionFacts, type NamedFact } from "#web/features/explorer/transaction-facts.ts";
import { type IndexedTransaction, readIndexedTransaction } from "#web/features/explorer/transaction-rows.ts";
import { type ReadingContext, sayingsIn, speakerOf } from "#web/features/explorer/transaction-reading.ts";

/** A block as the node tells it, and what our index has of its transactions. */
export type BlockReading = {
  number: number;
  hash: Hex;
  parentHash: Hex;
  /** Unix seconds. */
  timestamp: number;
  gasUsed: bigint;
  transactions: readonly Hex[];
  /** Those in which our contracts said something. */
  ours: Hex[];
  facts: NamedFact[];
};

/** @returns null where the node knows no such block */
export async function readBlock({ chain, db, system }: ReadingContext, id: bigint | Hex): Promise<BlockReading | null> {
  const block = await chain
    .getBlock(typeof id === "bigint" ? { blockNumber: id } : { blockHash: id })
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === "BlockNotFoundError") return null;
      throw error;
    });
  if (!block) return null;
  const logs = await chain.getLogs({ blockHash: block.hash });
  const contracts = await findOurContracts(db, system, logs.map(speakerOf));
  const said = logs.filter((log) => contracts.has(speakerOf(log)));
  const ours = [...new Set(said.map(({ transactionHash }) => transactionHash))];
  const sayings = sayingsIn(said, contracts);
  const rated = dealsRatedIn({ sayings });
  const indexed = await Promise.all(ours.map((hash) => readIndexedTransaction(db, hash, rated)));
  const timestamp = Number(block.timestamp);
  const facts = transactionFacts({ sayings, block: block.number, timestamp }, sumUp(indexed), system);
  return {
    number: Number(block.number),
    hash: block.hash,
    parentHash: block.parentHash,
    timestamp,
    gasUsed: block.gasUsed,
    transactions: block.transactions,
    ours,
    facts,
  };
}

function sumUp(transactions: readonly IndexedTransaction[]): IndexedTransaction {
  const total = (count: (each: IndexedTransaction) => number) =>
    transactions.reduce((sum, each) => sum + count(each), 0);
  return {
    moves: total(({ moves }) => moves),
    steps: total(({ steps }) => steps),
    ratings: total(({ ratings }) => ratings),
    replies: total(({ replies }) => replies),
    swaps: total(({ swaps }) => swaps),
    block: transactions.find(({ block }) => block !== null)?.block ?? null,
    timestamp: transactions.find(({ timestamp }) => timestamp !== null)?.timestamp ?? null,
  };
}
