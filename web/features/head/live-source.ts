import type { Head, IndexStatus } from "#web/features/head/queries.ts";
import type { LiveState } from "#web/features/head/status.ts";
import { paths } from "#web/lib/paths.ts";

/** Topics are `deal:0x…`, `member:0x…`, `token:<decimal id>`. */
export type Change = { block: number; topics: string[] };

const INITIAL: LiveState = { connection: "connecting", head: null, status: null, unread: null };

/** Before trying again after a stream the browser gave up on (by itself it retries only while the server answers). */
const REOPEN_MS = 3_000;

let state = INITIAL;
/** The index whose rows this page was last told of; it outlives the stream. */
let shownIndex: string | null = null;
let source: EventSource | undefined;
let lastChangeId = "";
let reopening: ReturnType<typeof setTimeout> | undefined;
const stateListeners = new Set<() => void>();
const changeListeners = new Set<(change: Change) => void>();
const renewalListeners = new Set<() => void>();

const isHeard = (): boolean => stateListeners.size + changeListeners.size + renewalListeners.size > 0;

function setState(next: Partial<LiveState>): void {
  state = { ...state, ...next };
  stateListeners.forEach((listener) => listener());
}

/** Another index took the place of the one the page shows: its changes began anew, too. */
function noticeRenewal(index: string | null): void {
  if (index === null || index === shownIndex) return;
  const isAnother = shownIndex !== null;
  shownIndex = index;
  if (!isAnother) return;
  lastChangeId = "";
  renewalListeners.forEach((listener) => listener());
}

function open(): void {
  clearTimeout(reopening);
  if (source) return;
  const stream = new EventSource(paths.live(lastChangeId));
  source = stream;
  stream.addEventListener("head", (event: MessageEvent<string>) => {
    const { head, ...status } = JSON.parse(event.data) as { head: Head | null } & IndexStatus;
    setState({ connection: "open", head, status });
    noticeRenewal(status.index);
  });
  stream.addEventListener("change", (event: MessageEvent<string>) => {
    lastChangeId = event.lastEventId;
    const change = JSON.parse(event.data) as Change;
    changeListeners.forEach((listener) => listener(change));
  });
  stream.addEventListener("inbox", (event: MessageEvent<string>) => {
    setState({ unread: (JSON.parse(event.data) as { unread: number }).unread });
  });
  stream.addEventListener("trouble", () => setState({ connection: "lost" }));
  stream.addEventListener("error", () => {
    setState({ connection: "lost" });
    if (stream.readyState !== EventSource.CLOSED) return;
    source = undefined;
    reopening = setTimeout(open, REOPEN_MS);
  });
}

function close(): void {
  clearTimeout(reopening);
  source?.close();
  source = undefined;
}

/** A tab nobody looks at gives its connection back (a browser has six); it catches up when it is looked at again. */
function onVisibilityChange(): void {
  if (document.hidden) close();
  else open();
}

function start(): void {
  document.addEventListener("visibilitychange", onVisibilityChange);
  if (!document.hidden) open();
}

function stop(): void {
  document.removeEventListener("visibilitychange", onVisibilityChange);
  close();
  state = INITIAL;
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  const first = !isHeard();
  listeners.add(listener);
  if (first) start();
  return () => {
    listeners.delete(listener);
    if (!isHeard()) stop();
  };
}

/** Follows the connection and the head, in the form React's `useSyncExternalStore` wants. One stream a tab. */
export const liveState = {
  subscribe: (listener: () => void): (() => void) => listen(stateListeners, listener),
  read: (): LiveState => state,
  readOnServer: (): LiveState => INITIAL,
};

/**
 * Calls `listener` at every change of the index.
 * @returns ends it
 */
export function onChange(listener: (change: Change) => void): () => void {
  return listen(changeListeners, listener);
}

/**
 * Calls `listener` when another index has taken the place of the one shown: everything may have changed.
 * @returns ends it
 */
export function onRenewal(listener: () => void): () => void {
  return listen(renewalListeners, listener);
}
