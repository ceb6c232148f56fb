import type { Table } from "drizzle-orm";
import type { AbiEvent, Address, Hex } from "viem";

/*
 * The parts of Ponder that its package does not offer, as far as they are used here. `indexer/stand-ins/stand-in.ts` holds Ponder to
 * the version that this was written for.
 */

/** A row of a table, by the names its columns have in the schema. */
export type Row = Record<string, unknown>;

/** What the index does about one event of one contract, or about each block. */
export type EventCallback = {
  name: string;
  abiItem: AbiEvent;
  filter: { type: string; address?: Address | Address[]; topic0?: Hex; fromBlock?: number };
  fn: (given: { event: object; context: object }) => Promise<void> | void;
};

export type Block = { number: Hex; hash: Hex; parentHash: Hex; timestamp: Hex };

/** How far the index of a chain has come, as Ponder writes it. */
export type Recovery = { chainId: number; checkpoint: string };

/** A chain as the config has it. */
export type Chain = { id: number; name: string; rpc: unknown; finalityBlockCount: number };

/** A connection in the middle of a transaction. */
export type Transaction = {
  $client: { query: (text: string, values?: readonly unknown[]) => Promise<{ rowCount: number | null; rows: Row[] }> };
};

type Selecting = { select: () => { from: (table: Table) => { where: (condition: unknown) => Promise<Row[]> } } };

export type Database = {
  userQB: {
    /** Tries again where the database was away. */
    transaction: (run: (transaction: Transaction) => Promise<void>) => Promise<void>;
    wrap: <Result>(query: (db: Selecting) => Promise<Result>) => Promise<Result>;
  };
};

/** What Ponder has made of the config, the schema and the handlers. */
export type App = {
  common: object;
  namespaceBuild: { schema: string };
  schemaBuild: { schema: Record<string, unknown> };
  indexingBuild: {
    chains: Chain[];
    contracts: object[];
    eventCallbacks: EventCallback[][];
    finalizedBlocks: Block[];
  };
  crashRecoveryCheckpoint: Recovery[] | undefined;
  database: Database;
};

/** @param path below the package's modules */
export async function part<Exports>(path: string): Promise<Exports> {
  return (await import(new URL(path, import.meta.resolve("ponder")).href)) as Exports;
}

type Checkpoint<Value> = Record<
  "blockTimestamp" | "chainId" | "blockNumber" | "transactionIndex" | "eventType" | "eventIndex",
  Value
>;

export const { encodeCheckpoint, decodeCheckpoint, MAX_CHECKPOINT } = await part<{
  encodeCheckpoint: (checkpoint: Checkpoint<bigint | number>) => string;
  decodeCheckpoint: (checkpoint: string) => Checkpoint<bigint>;
  MAX_CHECKPOINT: Checkpoint<bigint>;
}>("utils/checkpoint.js");

export const { decodeEventLog } = await part<{
  /** Addresses come out in lower case. */
  decodeEventLog: (log: { abiItem: AbiEvent; topics: readonly Hex[]; data: Hex }) => object | undefined;
}>("utils/decodeEventLog.js");

/** The columns of each table's primary key, with their names in rows. */
type KeyColumns = ReadonlyMap<Table, readonly [name: string, column: unknown][]>;

export const { getPrimaryKeyCache, getCacheKey, getWhereCondition, normalizeRow, normalizeUpdateSet } = await part<{
  getPrimaryKeyCache: (tables: readonly Table[]) => KeyColumns;
  getCacheKey: (table: Table, key: Row, columns: KeyColumns) => string;
  getWhereCondition: (table: Table, key: Row) => unknown;
  /** Fills in what a row leaves out, and brings its values into the shape that Postgres gives them back in. Changes `row`. */
  normalizeRow: (table: Table, row: Row, isUpdate: boolean) => Row;
  normalizeUpdateSet: (table: Table, changes: Row) => Row;
}>("indexing-store/utils.js");

export type IndexingCache = { qb: Transaction; event: unknown; flush: () => Promise<void>; clear: () => void };

export const { createIndexingCache, getCopyText, getCopyHelper } = await part<{
  createIndexingCache: (given: App & { eventCount: object }) => IndexingCache;
  getCopyText: (table: Table, rows: readonly Row[]) => string;
  getCopyHelper: (transaction: Transaction) => (table: Table, text: string, isInSchema?: boolean) => Promise<void>;
}>("indexing-store/cache.js");

export const { createIndexingStore } = await part<{
  createIndexingStore: (given: App & { indexingCache: IndexingCache; indexingErrorHandler: object }) => {
    db: object;
    qb: Transaction;
  };
}>("indexing-store/index.js");

export const { getPrimaryKeyColumns } = await part<{
  getPrimaryKeyColumns: (table: Table) => { js: string; sql: string }[];
}>("drizzle/index.js");

export const { getColumnCasing } = await part<{ getColumnCasing: (column: unknown, casing: "snake_case") => string }>(
  "drizzle/kit/index.js",
);

/** After this, a transaction is not tried again. */
export const { NonRetryableUserError } = await part<{ NonRetryableUserError: new (message: string) => Error }>(
  "internal/errors.js",
);
