import type { Address } from "viem";
import type { LiveEvent, LiveFeed } from "#web/features/head/live-feed.ts";
import type { ChangeRow } from "#web/features/head/queries.ts";

/** Proxies drop a line that is silent for long. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;

/** A reader this many messages behind is gone, or will fetch the page anew anyway. */
const MAX_BACKLOG = 500;

/** Whose inbox a reader may hear of. */
export type InboxReader = { address: Address; countUnread: () => Promise<number> };

/** One message of Server-Sent Events. Only changes carry an id: it is what a reader resumes from. */
export function encodeEvent(event: Exclude<LiveEvent, { kind: "inbox" }>): string {
  switch (event.kind) {
    case "head":
      return `event: head\ndata: ${JSON.stringify({ head: event.head, ...event.status })}\n\n`;
    case "change": {
      const { id, block, topics } = event.change;
      return `id: ${id}\nevent: change\ndata: ${JSON.stringify({ block, topics })}\n\n`;
    }
    case "trouble":
      return "event: trouble\ndata: {}\n\n";
  }
}

const encodeUnread = (unread: number): string => `event: inbox\ndata: ${JSON.stringify({ unread })}\n\n`;

/**
 * The feed as a response body: first what the reader missed, then everything as it happens. A member hears how much
 * in their inbox is new, at first and whenever it changes.
 * Ends with `signal`, with the reader, or when the reader no longer keeps up.
 */
export function openEventStream({
  feed,
  missed,
  inbox = null,
  signal,
}: {
  feed: LiveFeed;
  missed: ChangeRow | null;
  inbox?: InboxReader | null;
  signal: AbortSignal;
}): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let release: () => void = () => undefined;

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true;
        let unsubscribe: () => void = () => undefined;

        const end = () => {
          if (!open) return;
          release();
          controller.close();
        };
        const send = (text: string) => {
          if (!open) return;
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
          else end();
        };
        const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
        release = () => {
          open = false;
          clearInterval(heartbeat);
          unsubscribe();
          signal.removeEventListener("abort", end);
        };

        if (signal.aborted) return end();
        signal.addEventListener("abort", end);
        send(`retry: ${RETRY_MS}\n\n`);
        if (missed) send(encodeEvent({ kind: "change", change: missed }));
        const tellUnread = ({ countUnread }: InboxReader) =>
          // Where it cannot be counted now, the next change tells.
          countUnread().then(
            (unread) => send(encodeUnread(unread)),
            () => undefined,
          );
        if (inbox) void tellUnread(inbox);
        unsubscribe = feed.subscribe((event) => {
          if (event.kind !== "inbox") send(encodeEvent(event));
          else if (inbox && (event.recipient ?? inbox.address) === inbox.address) void tellUnread(inbox);
        });
      },
      cancel() {
        release();
      },
    },
    { highWaterMark: MAX_BACKLOG },
  );
}
