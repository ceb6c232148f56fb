import { Client } from "pg";

const RECONNECT_MS = 5_000;

/**
 * Hears Postgres' notifications over one connection, and takes it up again when it is lost.
 * @param channels what to do with each notification, by its channel
 * @param onReach called at each connection: what was said before it, nobody heard
 * @param reconnectMs how long it waits before it takes a lost connection up again
 * @returns ends it
 */
export function listen(
  databaseUrl: string,
  channels: Record<string, (payload: string) => void>,
  onReach: () => void = () => undefined,
  reconnectMs = RECONNECT_MS,
): () => void {
  let client: Client | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  function reconnect(lost: Client): void {
    if (client !== lost) return;
    client = undefined;
    lost.end().catch(() => undefined);
    if (!ended) retry = setTimeout(connect, reconnectMs);
  }

  function connect(): void {
    const opening = new Client({ connectionString: databaseUrl, keepAlive: true });
    client = opening;
    opening.on("notification", ({ channel, payload = "" }) => channels[channel]?.(payload));
    opening.on("error", () => reconnect(opening));
    opening.on("end", () => reconnect(opening));
    opening
      .connect()
      .then(() =>
        opening.query(
          Object.keys(channels)
            .map((channel) => `listen "${channel}"`)
            .join("; "),
        ),
      )
      .then(onReach)
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
