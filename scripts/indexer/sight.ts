import type { Client } from "pg";
import type { Lag } from "#domain/index-state.ts";
import { NodeAway, type Block, type BlockReader } from "./chain-blocks.ts";
import { readIndex, type IndexReading } from "./index-reading.ts";
import { compareLineage, type Lineage } from "./lineage.ts";

/** An index and its chain, seen at one moment. */
export type Sight = {
  /** Null before Ponder has made its tables. */
  index: IndexReading | null;
  /** The chain's newest block; null where the node does not answer. */
  newest: Block | null;
  lineage: Lineage;
  /** Whether the index's newest block is one of the chain's; null where one side has none to compare. */
  isOnChain: boolean | null;
  lag: Lag | null;
};

/** Looks at the index and at the node. @throws Error where the database does not answer */
export async function look(client: Client, blocks: BlockReader, schema: string): Promise<Sight> {
  const index = await readIndex(client, schema);
  try {
    const newest = await blocks.read("latest");
    if (!newest) throw new NodeAway("The node has no block.");
    const head = index?.head ?? null;
    const finalBlock = index?.finalBlock ?? 0;
    const held = [head, index?.filled ?? null].filter((block) => block !== null);
    const lineage = await compareLineage(client, blocks, { finalBlock, newest: newest.number, held });
    const atHead = head && (head.number === newest.number ? newest : await blocks.read(head.number));
    return { index, newest, lineage, isOnChain: head && atHead?.hash === head.hash, lag: head && lagOf(head, newest) };
  } catch (error) {
    if (!(error instanceof NodeAway)) throw error;
    return { index, newest: null, lineage: { kind: "same" }, isOnChain: null, lag: null };
  }
}

function lagOf(head: Block, newest: Block): Lag {
  return {
    blocks: Math.max(0, newest.number - head.number),
    seconds: Math.max(0, newest.timestamp - head.timestamp),
  };
}
