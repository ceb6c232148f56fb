import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { OUTBOX_CHANNEL } from "#web/db/channels.ts";
import { listen } from "#web/db/listen.ts";
import { openEventStream } from "#web/features/head/event-stream.ts";
import { createLiveFeed } from "#web/features/head/live-feed.ts";
import { savedSearchFind } from "#web/features/inbox/kinds/saved-search.ts";
import { markAllRead } from "#web/features/inbox/operations.ts";
import { countUnread } from "#web/features/inbox/queries.ts";
import { tell } from "#web/features/inbox/tell.ts";

const READER: Address = `0x${"11".repeat(20)}`;
const OTHER: Address = `0x${"22".repeat(20)}`;
const NOW = new Date("2026-11-22T12:00:00Z");
const ID = "00000000-0000-4000-8000-000000000000";

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());

const tellFind = (recipient: Address, event: string) =>
  tell(
    database.db,
    savedSearchFind,
    [{ recipient, event, payload: { savedSearchId: ID, search: "bikes", listingId: ID, title: event, owner: OTHER } }],
    NOW,
  );

/** A feed over the real database's notifications; of the index it knows nothing. */
const aFeed = () =>
  createLiveFeed({
    readHead: () => Promise.resolve(null),
    readStatus: () => Promise.resolve({ state: "catching_up", lag: null, index: null }),
    listChangesFromBlock: () => Promise.resolve([]),
    listen: (_, tellInbox) =>
      listen(database.url, { [OUTBOX_CHANNEL]: (recipient) => tellInbox(recipient as Address) }, () => tellInbox(null)),
  });

describe("given a member with the live stream open", () => {
  it("hears how much of their inbox is new whenever it changes, and nothing of what others are told", async () => {
    const leaving = new AbortController();
    const inbox = { address: READER, countUnread: () => countUnread(database.db, READER) };
    const stream = openEventStream({ feed: aFeed(), missed: null, inbox, signal: leaving.signal });
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    /** Reads on until the stream has told that number last. */
    const until = async (unread: number) => {
      while (!text.trimEnd().endsWith(`event: inbox\ndata: {"unread":${unread}}`)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream ended: ${text}`);
        if (value.includes("event: inbox")) text += value;
      }
    };
    await until(0);
    await tellFind(OTHER, "theirs");
    await tellFind(READER, "one");
    await until(1);
    await tellFind(READER, "one");
    await tellFind(READER, "two");
    await until(2);
    await markAllRead(database.db, READER, Number.MAX_SAFE_INTEGER, NOW);
    await until(0);
    leaving.abort();
    expect(text).not.toContain('"unread":3');
  });
});
