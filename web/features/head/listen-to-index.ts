import { Client } from "pg";

/** Ponder notifies here after each block it wrote, for the schema its views live in. */
const CHANNEL = "chain_live_query";
const RECONNECT_MS = 5_000;

/**
 * Calls `wake` whenever the indexer says that it wrote. A lost connection is taken up again; what was missed meanwhile
 * the feed finds by looking.
 * @returns ends it
 */
export function listenToIndex(databaseUrl: string, wake: () => void): () => void {
  let client: Client | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  function reconnect(lost: Client): void {
    if (client !== lost) return;
    client = undefined;
    lost.end().catch(() => undefined);
    if (!ended) retry = setTimeout(connect, RECONNECT_MS);
  }

  function connect(): void {
    const opening = new Client({ connectionString: databaseUrl, keepAlive: true });
    client = opening;
    opening.on("notification", wake);
    opening.on("error", () => reconnect(opening));
    opening.on("end", () => reconnect(opening));
    opening
      .connect()
      .then(() => opening.query(`listen "${CHANNEL}"`))
      .catch(() => reconnect(opening));
  }

  connect();
  return () => {
    ended = true;
    clearTimeout(retry);
    client?.end().catch(() => undefined);
    client = undefined;
  };
}
