import { withClient } from "../postgres/database.ts";
import type { Ground } from "./ground.ts";
import { readStatus } from "./index-status.ts";

/** kill -9 of the process that writes the index, if one is there: while a new one is being started, none is. */
export async function killWriter({ databaseUrl }: Ground): Promise<void> {
  const { ponderPid } = await readStatus(databaseUrl);
  try {
    process.kill(ponderPid, "SIGKILL");
  } catch {
    // The next one is not started yet.
  }
}

/**
 * kill -9 of a process of Postgres that serves the indexer. Postgres itself ends all others and recovers when one of its
 * processes dies like this.
 * @throws Error where the indexer has no connection
 */
export async function killConnection({ databaseUrl }: Ground): Promise<void> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name like 'tt\\_%\\_user' order by query_start desc limit 1",
    ),
  );
  const [connection] = rows;
  if (!connection) throw new Error("The indexer has no connection.");
  process.kill(connection.pid, "SIGKILL");
}
