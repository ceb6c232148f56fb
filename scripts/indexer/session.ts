import { Client } from "pg";

/** One connection, and the moment it is lost. */
export type Session = { client: Client; lost: AbortSignal };

/** A server that takes longer is as good as away. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 30_000;

/** So that no two supervisors keep one database's index. */
const KEEPER_LOCK = "select pg_try_advisory_lock(hashtext('timetoken indexer supervisor')) as taken";

/**
 * Runs work on a connection of its own, and closes it whatever came of it.
 * @throws Error where the database cannot be reached; what the work throws
 */
export async function withSession<T>(databaseUrl: string, work: (session: Session) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "timetoken_supervisor",
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    keepAlive: true,
  });
  const loss = new AbortController();
  client.on("error", () => loss.abort());
  client.on("end", () => loss.abort());
  await client.connect();
  try {
    return await work({ client, lost: loss.signal });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether this connection is the one that may keep the index; it stays so until it is closed or lost. */
export async function becomeKeeper({ client }: Session): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(KEEPER_LOCK);
  return rows[0]?.taken === true;
}
