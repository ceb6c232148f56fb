import type { Hex } from "viem";

/** What the head block brings up to date, and how far that came. */
export type Due<Item> = {
  /** Notes that something has to be worked out anew. */
  mark(item: Item): void;
  /** @returns what was marked since the block before; null where only the table can tell */
  since(block: ChainedBlock): Item[] | null;
  /** Everything is worked out as of the block. */
  settle(block: ChainedBlock): void;
};

export type ChainedBlock = { hash: Hex; parentHash: Hex };

/**
 * What this process remembers only spares it a query, since Ponder takes longer to parse one than Postgres to answer it:
 * in a block that follows right upon one with everything fresh, those due are the ones marked since. Anything else (the
 * first block, a reorg, a retry) asks the table.
 */
export function createDue<Item>(): Due<Item> {
  const marked = new Set<Item>();
  let fresh: Hex | null = null;
  return {
    mark: (item) => void marked.add(item),
    since: ({ parentHash }) => (parentHash === fresh ? [...marked] : null),
    settle({ hash }) {
      marked.clear();
      fresh = hash;
    },
  };
}
