import { DatabaseError, type Client } from "pg";
import type { Hex } from "viem";
import { Failure, reasonOf } from "../failure.ts";
import { withClient } from "../postgres/database.ts";

/** The newest block an index has. */
export type IndexHead = { chainId: number; block: number; hash: Hex };

/**
 * Reads a database as it is at one moment, however long that takes, and writes nothing.
 * @throws Failure when it cannot be reached or read, or goes away meanwhile
 */
export async function inSnapshot<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { host, pathname } = new URL(databaseUrl);
  let connected = false;
  try {
    return await withClient(databaseUrl, async (client) => {
      connected = true;
      await client.query("begin isolation level repeatable read read only");
      return await work(client);
    });
  } catch (cause) {
    const said = reasonOf(cause);
    if (!connected)
      throw new Failure(`The database at ${host}${pathname} cannot be read (${said}): start it, or pass --database.`, {
        cause,
      });
    if (/^Connection terminated/.test(said))
      throw new Failure(`The database at ${host}${pathname} went away: see that it runs, then verify again.`, {
        cause,
      });
    if (cause instanceof DatabaseError)
      throw new Failure(
        `The index at ${host}${pathname} may not be read, or was put in another's place meanwhile (${said}): verify again.`,
        { cause },
      );
    throw cause;
  }
}

/** @throws Failure where the database has no index, or one that has not caught up with its chain for the first time */
export async function readHead(client: Client): Promise<IndexHead> {
  const found = await client.query<{ there: boolean }>("select to_regclass('chain.head') is not null as there");
  if (!found.rows[0]?.there)
    throw new Failure("There is no index in this database: start the indexer on it, or pass another with --database.");
  // No block number is too large for a double; Postgres would hand over an int8 as text.
  const { rows } = await client.query<IndexHead>(
    `select chain_id::float8 "chainId", block::float8 block, hash from chain.head order by block desc limit 1`,
  );
  const head = rows[0];
  if (!head) throw new Failure("The index has no head block yet: verify once it has caught up with its chain.");
  return head;
}
