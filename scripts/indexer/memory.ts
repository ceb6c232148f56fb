import { hostname } from "node:os";
import type { Client } from "pg";
import type { IndexState, Lag } from "#domain/index-state.ts";
import type { Block } from "./chain-blocks.ts";

/** What of an index has to outlive its processes. */
export type Memory = {
  chainId: number;
  /** The schema Ponder writes to. */
  building: string;
  /** The schema whose rows the views in `chain` show; null before there were any. */
  shown: string | null;
};

/** Everything the status row tells the pages. */
export type Status = { state: IndexState; head: Block | null; nodeBlock: number | null; lag: Lag | null };

const TABLES = `
  create schema if not exists supervisor;
  create table if not exists supervisor.status (
    only_row boolean primary key default true check (only_row),
    chain_id int8 not null,
    building text not null,
    shown text,
    ponder_pid int,
    ponder_host text,
    state text not null default 'catching_up',
    state_since timestamptz not null default now(),
    index_block int8,
    node_block int8,
    lag_blocks int8,
    lag_seconds int8,
    checked_at timestamptz not null default now()
  );
  create table if not exists supervisor.known_block (block int8 primary key, hash text not null);`;

/** Makes the supervisor's tables, unless they are there. */
export async function prepareMemory(client: Client): Promise<void> {
  await client.query(TABLES);
}

/** @returns null where no index was ever begun in this database */
export async function recall(client: Client): Promise<Memory | null> {
  const there = await client.query<{ there: boolean }>("select to_regclass('supervisor.status') is not null as there");
  if (!there.rows[0]?.there) return null;
  const { rows } = await client.query<Memory>(
    `select chain_id::float8 "chainId", building, shown from supervisor.status`,
  );
  return rows[0] ?? null;
}

export async function remember(client: Client, { chainId, building, shown }: Memory): Promise<void> {
  await client.query(
    `insert into supervisor.status (chain_id, building, shown) values ($1, $2, $3)
     on conflict (only_row) do update set chain_id = excluded.chain_id, building = excluded.building, shown = excluded.shown`,
    [chainId, building, shown],
  );
}

/** Notes which process writes the index: whoever comes after a crash makes sure that it has ended. */
export async function rememberPonder(client: Client, pid: number): Promise<void> {
  await client.query("update supervisor.status set ponder_pid = $1, ponder_host = $2", [pid, hostname()]);
}

/** @returns the process that wrote the index last; `isHere` where it ran on this machine */
export async function recallPonder(client: Client): Promise<{ pid: number; isHere: boolean } | null> {
  const { rows } = await client.query<{ pid: number | null; host: string }>(
    "select ponder_pid as pid, ponder_host as host from supervisor.status",
  );
  const [last] = rows;
  return last?.pid ? { pid: last.pid, isHere: last.host === hostname() } : null;
}

/** Tells the pages how the index stands. */
export async function writeStatus(client: Client, { state, head, nodeBlock, lag }: Status): Promise<void> {
  await client.query(
    `update supervisor.status set
       state_since = case when state = $1 then state_since else now() end,
       state = $1, index_block = $2, node_block = $3, lag_blocks = $4, lag_seconds = $5, checked_at = now()`,
    [state, head?.number ?? null, nodeBlock, lag?.blocks ?? null, lag?.seconds ?? null],
  );
}
