import type { Pool } from "pg";
import { gatherWrites } from "./gather-writes.ts";

/** What Ponder gives its sync store, as far as this part needs it. */
type Given = { qb: QueryBuilder };
type QueryBuilder = {
  $client: Pick<Pool, "query">;
  wrap(options: { label: string }, query: () => Promise<unknown>): Promise<unknown>;
};
type Row = Record<string, unknown>;
type Store = { getEventData(range: { limit: number }, context: unknown): Promise<unknown> };
/** Some blocks, transactions or logs of a chain as the node gave them, and how Ponder makes a row of one. */
type OfChain<Names extends string> = { [name in Names]: readonly unknown[] } & { chainId: number };
type Encode<Name extends string> = (given: { [name in Name]: unknown } & { chainId: number }) => Row;

const PONDER = new URL("sync-store/", import.meta.resolve("ponder"));
const ponders = (await import(new URL("index.js", PONDER).href)) as { createSyncStore: (given: Given) => Store };
const { encodeBlock, encodeTransaction, encodeLog } = (await import(new URL("encode.js", PONDER).href)) as {
  encodeBlock: Encode<"block">;
  encodeTransaction: Encode<"transaction">;
  encodeLog: Encode<"log">;
};

/** As many rows of a kind make events at a time. Ponder's 6,006 are no quicker, and weigh some 30 MB more. */
const ROWS_READ_AT_ONCE = 2_000;

/** Ponder's sync store, but that it writes many rows at once and reads fewer (docs/decisions/0080). */
export function createSyncStore(given: Given): object {
  const writeBlocks = writerOf("blocks", given.qb);
  const writeTransactions = writerOf("transactions", given.qb);
  const writeLogs = writerOf("logs", given.qb);
  const store = ponders.createSyncStore(given);
  return {
    ...store,
    getEventData: (range: { limit: number }, context: unknown) =>
      store.getEventData({ ...range, limit: Math.min(range.limit, ROWS_READ_AT_ONCE) }, context),
    insertBlocks: ({ blocks, chainId }: OfChain<"blocks">) =>
      writeBlocks(blocks.map((block) => encodeBlock({ block, chainId }))),
    insertTransactions: ({ transactions, chainId }: OfChain<"transactions">) =>
      writeTransactions(transactions.map((transaction) => encodeTransaction({ transaction, chainId }))),
    insertLogs: ({ logs, chainId }: OfChain<"logs">) => writeLogs(logs.map((log) => encodeLog({ log, chainId }))),
  };
}

/** Writes the rows that are not there yet, in Ponder's transaction; Postgres takes them apart. */
function writerOf(table: string, qb: QueryBuilder): (rows: readonly Row[]) => Promise<void> {
  const text = `insert into ponder_sync.${table}
    select * from json_populate_recordset(null::ponder_sync.${table}, $1) on conflict do nothing`;
  const write = gatherWrites((rows: readonly string[]) =>
    qb.wrap({ label: `insert_${table}` }, () => qb.$client.query(text, [`[${rows.join()}]`])),
  );
  return (rows) => write(rows.map(toJson));
}

function toJson(row: Row): string {
  const columns: Row = {};
  for (const key in row) columns[columnOf(key)] = typeof row[key] === "bigint" ? String(row[key]) : row[key];
  return JSON.stringify(columns);
}

const columnNames = new Map<string, string>();

function columnOf(key: string): string {
  const known = columnNames.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(key, name);
  return name;
}
