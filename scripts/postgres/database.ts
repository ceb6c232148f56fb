import { Client, escapeIdentifier } from "pg";
import { Failure } from "../failure.ts";
import { waitUntil } from "../processes/wait-until.ts";

/** Runs work on one connection, and closes it whatever came of it. */
export async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server's maintenance database, from which others are made and dropped. */
function maintenance(databaseUrl: string): { url: string; name: string } {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = "/postgres";
  return { url: url.href, name };
}

/** Makes the database that the URL names, unless it is there. */
export async function ensureDatabase(databaseUrl: string): Promise<void> {
  const { url, name } = maintenance(databaseUrl);
  await withClient(url, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  });
}

/** Who has just been ended closes its connections by then. */
const ENDED_MS = 5_000;

/** @throws Failure, with what to do, where somebody uses the database that the URL names */
export async function requireUnused(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const { url, name } = maintenance(databaseUrl);
  await withClient(url, async (client) => {
    const isUnused = async () =>
      (await client.query("select from pg_stat_activity where datname = $1", [name])).rowCount === 0;
    await waitUntil("The database", isUnused, { signal, timeoutMs: ENDED_MS }).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw new Failure(
        `The database ${name} is in use: end what else runs from this folder (npm run dev?), then try again.`,
        {
          cause,
        },
      );
    });
  });
}

/** Drops the database that the URL names, with every connection to it. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  const { url, name } = maintenance(databaseUrl);
  await withClient(url, (client) => client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`));
}

/** Drops everything the indexer ever wrote: what it holds is of a chain that is gone. */
export async function dropIndex(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const schemas = await client.query<{ name: string }>(
      "select nspname as name from pg_namespace where nspname in ('chain', 'supervisor') or nspname like 'tt\\_%'",
    );
    for (const { name } of schemas.rows) await client.query(`drop schema ${escapeIdentifier(name)} cascade`);
  });
}
