import type { ChangeRow, Head } from "#web/features/head/queries.ts";
import { compareRecent, type Recent } from "#web/features/head/recent-changes.ts";

export type LiveEvent =
  /** Null while the index fills for the first time. */
  | { kind: "head"; head: Head | null }
  | { kind: "change"; change: ChangeRow }
  /** The index cannot be read at the moment. */
  | { kind: "trouble" };

export type LiveFeed = {
  /** Tells `listener` everything from now on, the present head first. @returns ends it */
  subscribe: (listener: (event: LiveEvent) => void) => () => void;
};

/** Where the feed reads, and what wakes it. */
export type LiveSources = {
  readHead: () => Promise<Head | null>;
  listChangesFromBlock: (block: number) => Promise<ChangeRow[]>;
  /** Calls back when the index moved; the feed also looks by itself. @returns ends it */
  listen: (wake: () => void) => () => void;
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
    if (event.kind !== "change") last = event;
    listeners.forEach((listener) => listener(event));
  };

  async function look(): Promise<void> {
    const head = await sources.readHead();
    if (!head) {
      if (last?.kind !== "head" || last.head) tell({ kind: "head", head });
      return;
    }
    const from = Math.max(0, head.block - WINDOW_BLOCKS);
    const rows = await sources.listChangesFromBlock(from);
    const news = recent ? compareRecent(recent, rows, from) : [];
    recent = new Map(rows.map((row) => [row.id, row]));
    news.forEach((change) => tell({ kind: "change", change }));
    if (last?.kind !== "head" || last.head?.block !== head.block) tell({ kind: "head", head });
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
    const endListening = sources.listen(lookOnce);
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
