import { describe, expect, it } from "vitest";
import { encodeEvent, openEventStream } from "#web/features/head/event-stream.ts";
import type { LiveEvent, LiveFeed } from "#web/features/head/live-feed.ts";

/** A feed a test speaks through. */
function aFeed() {
  const listeners = new Set<(event: LiveEvent) => void>();
  const feed: LiveFeed = {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return { feed, listeners, tell: (event: LiveEvent) => listeners.forEach((listener) => listener(event)) };
}

const head: LiveEvent = {
  kind: "head",
  head: { block: 3, timestamp: 9 },
  status: { state: "catching_up", lag: { blocks: 2, seconds: 4 }, index: "tt_1" },
};

describe("encodeEvent", () => {
  it("gives changes an id to resume from, and only them", () => {
    expect(encodeEvent({ kind: "change", change: { id: 7, block: 1, topics: ["token:5"] } })).toBe(
      'id: 7\nevent: change\ndata: {"block":1,"topics":["token:5"]}\n\n',
    );
    expect(encodeEvent(head)).toBe(
      'event: head\ndata: {"head":{"block":3,"timestamp":9},"state":"catching_up","lag":{"blocks":2,"seconds":4},"index":"tt_1"}\n\n',
    );
    expect(encodeEvent({ kind: "trouble" })).toBe("event: trouble\ndata: {}\n\n");
  });
});

describe("openEventStream", () => {
  it("follows nothing for a request that has already ended", async () => {
    const { feed, listeners } = aFeed();
    const stream = openEventStream({ feed, missed: null, signal: AbortSignal.abort() });
    await new Response(stream).text();
    expect(listeners.size).toBe(0);
  });

  it("begins with what was missed, then tells what happens", async () => {
    const { feed, tell } = aFeed();
    const end = new AbortController();
    const missed = { id: 5, block: 1, topics: ["deal:0x1"] };
    const stream = openEventStream({ feed, missed, signal: end.signal });
    tell(head);
    end.abort();
    expect(await new Response(stream).text()).toBe(
      `retry: 2000\n\n${encodeEvent({ kind: "change", change: missed })}${encodeEvent(head)}`,
    );
  });

  it("lets go of the feed when the reader leaves", async () => {
    const { feed, listeners } = aFeed();
    const stream = openEventStream({ feed, missed: null, signal: new AbortController().signal });
    expect(listeners.size).toBe(1);
    await stream.cancel();
    expect(listeners.size).toBe(0);
  });

  it("lets go of a reader who does not keep up", () => {
    const { feed, listeners, tell } = aFeed();
    openEventStream({ feed, missed: null, signal: new AbortController().signal });
    for (let message = 0; message < 600; message += 1) tell(head);
    expect(listeners.size).toBe(0);
  });
});
