import { database } from "#web/db/client.ts";
import { openEventStream } from "#web/features/head/event-stream.ts";
import { listenToIndex } from "#web/features/head/listen-to-index.ts";
import { createLiveFeed, type LiveFeed } from "#web/features/head/live-feed.ts";
import { listChangesFromBlock, readHead, readIndexStatus, readMissedChange } from "#web/features/head/queries.ts";
import { env } from "#web/lib/env.ts";

// Kept across the module reloads of development: one feed a process.
const kept = globalThis as { timetokenLiveFeed?: LiveFeed };

function liveFeed(): LiveFeed {
  return (kept.timetokenLiveFeed ??= createLiveFeed({
    readHead: () => readHead(database()),
    readStatus: () => readIndexStatus(database()),
    listChangesFromBlock: (block) => listChangesFromBlock(database(), block),
    listen: (wake) => listenToIndex(env().DATABASE_URL, wake),
  }));
}

/**
 * Opens the live stream for one reader.
 * @param after the id of the last change the reader knows; null for one who starts now
 */
export async function followIndex({
  after,
  signal,
}: {
  after: number | null;
  signal: AbortSignal;
}): Promise<ReadableStream<Uint8Array>> {
  // Where the index cannot be read now, the feed says so.
  const missed = after === null ? null : await readMissedChange(database(), after).catch(() => null);
  return openEventStream({ feed: liveFeed(), missed, signal });
}
