import type { Address } from "viem";
import type { ChangeRow, Head, IndexStatus } from "#web/features/head/queries.ts";
import { compareRecent, type Recent } from "#web/features/head/recent-changes.ts";

export type LiveEvent =
  /** The head is null while the index fills for the first time. */
  | { kind: "head"; head: Head | null; status: IndexStatus }
  | { kind: "change"; change: ChangeRow }
  /** The index cannot be read at the moment. */
  | { kind: "trouble" }
  /** What somebody is told has changed: null where it may be anybody. */
  | { kind: "inbox"; recipient: Address | null };

export type LiveFeed = {
  /** Tells `listener` everything from now on, the present head first. @returns ends it */
  subscribe: (listener: (event: LiveEvent) => void) => () => void;
};

/** Where the feed reads, and what wakes it. */
export type LiveSources = {
  readHead: () => Promise<Head | null>;
  readStatus: () => Promise<IndexStatus>;
  listChangesFromBlock: (block: number) => Promise<ChangeRow[]>;
  /** Calls back when the index moved, where the feed also looks by itself, and when an inbox changed. @returns ends it */
  listen: (wake: () => void, tellInbox: (recipient: Address | null) => void) => () => void;
};

/** Reorganisations reach no deeper on the chains this runs on. */
const WINDOW_BLOCKS = 64;
const POLL_MS = 1_000;

/** One look at the index for everybody who follows it, running only while somebody does. */
export function createLiveFeed(sources: LiveSources): LiveFeed {
  const listeners = new Set<(event: LiveEvent) => void>();
  let last: LiveEvent | undefined;
  let recent: Recent | undefined;
  let stop: (() => void) | undefined;

  const tell = (event: LiveEvent) => {
    if (event.kind === "head" || event.kind === "trouble") last = event;
    listeners.forEach((listener) => listener(event));
  };

  const tellHead = (head: Head | null, status: IndexStatus) => {
    const news = { kind: "head", head, status } as const;
    if (JSON.stringify(news) !== JSON.stringify(last)) tell(news);
  };

  async function look(): Promise<void> {
    const [head, status] = await Promise.all([sources.readHead(), sources.readStatus()]);
    if (head) {
      const from = Math.max(0, head.block - WINDOW_BLOCKS);
      const rows = await sources.listChangesFromBlock(from);
      // Another index has other rows from its first block on: whoever hears of it asks for everything anew.
      const isSame = last?.kind !== "head" || last.status.index === status.index;
      const news = recent && isSame ? compareRecent(recent, rows, from) : [];
      recent = new Map(rows.map((row) => [row.id, row]));
      news.forEach((change) => tell({ kind: "change", change }));
    }
    tellHead(head, status);
  }

  function start(): () => void {
    let looking = false;
    let again = false;
    const lookOnce = () => {
      if (looking) {
        again = true;
        return;
      }
      looking = true;
      look()
        .catch(() => {
          if (last?.kind !== "trouble") tell({ kind: "trouble" });
        })
        .finally(() => {
          looking = false;
          if (!again) return;
          again = false;
          lookOnce();
        });
    };
    const endListening = sources.listen(lookOnce, (recipient) => tell({ kind: "inbox", recipient }));
    const timer = setInterval(lookOnce, POLL_MS);
    lookOnce();
    return () => {
      clearInterval(timer);
      endListening();
      recent = undefined;
      last = undefined;
    };
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (last) listener(last);
      stop ??= start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}
