import type { Database } from "#web/db/client.ts";
import { type Head, readHead } from "#web/features/head/queries.ts";

/** What was read, at which block of the index. */
export type ReadAtHead<T> = {
  value: T;
  head: Head | null;
  /** The index moved on meanwhile, or has no block yet: what differs may only be later. */
  behind: boolean;
};

/**
 * Reads the index and the node about the same block.
 * @param read told the index's newest block; null where there is none
 */
export async function readAtHead<T>(db: Database, read: (block: number | null) => Promise<T>): Promise<ReadAtHead<T>> {
  const head = await readHead(db);
  const value = await read(head?.block ?? null);
  const after = await readHead(db);
  return { value, head, behind: head === null || after?.block !== head.block };
}
