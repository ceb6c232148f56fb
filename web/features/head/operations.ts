import type { Address } from "viem";
import { INDEX_CHANNEL, OUTBOX_CHANNEL } from "#web/db/channels.ts";
import { database } from "#web/db/client.ts";
import { listen } from "#web/db/listen.ts";
import { type InboxReader, openEventStream } from "#web/features/head/event-stream.ts";
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
    listen: (wake, tellInbox) =>
      listen(
        env().DATABASE_URL,
        { [INDEX_CHANNEL]: wake, [OUTBOX_CHANNEL]: (recipient) => tellInbox(recipient as Address) },
        () => tellInbox(null),
      ),
  }));
}

/**
 * Opens the live stream for one reader.
 * @param after the id of the last change the reader knows; null for one who starts now
 * @param inbox whose inbox the reader may hear of; null for somebody not signed in
 */
export async function followIndex({
  after,
  inbox,
  signal,
}: {
  after: number | null;
  inbox: InboxReader | null;
  signal: AbortSignal;
}): Promise<ReadableStream<Uint8Array>> {
  // Where the index cannot be read now, the feed says so.
  const missed = after === null ? null : await readMissedChange(database(), after).catch(() => null);
  return openEventStream({ feed: liveFeed(), missed, inbox, signal });
}
