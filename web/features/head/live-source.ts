import { paths } from "#web/lib/paths.ts";

/** What the index had read when the server last looked. */
export type Head = { block: number; timestamp: number };

/** How this browser hears of it. */
export type LiveState = { connection: "connecting" | "open" | "lost"; head: Head | null };

/** Topics are `deal:0x…`, `member:0x…`, `token:<decimal id>`. */
export type Change = { block: number; topics: string[] };

const INITIAL: LiveState = { connection: "connecting", head: null };

/** Reopen after a stream the browser gave up on (it retries by itself only while the server answers). */
const REOPEN_MS = 3_000;

let state = INITIAL;
let source: EventSource | undefined;
let reopening: ReturnType<typeof setTimeout> | undefined;
const stateListeners = new Set<() => void>();
const changeListeners = new Set<(change: Change) => void>();

function setState(next: Partial<LiveState>): void {
  state = { ...state, ...next };
  stateListeners.forEach((listener) => listener());
}

function open(): void {
  if (source) return;
  const stream = new EventSource(paths.live());
  source = stream;
  stream.addEventListener("open", () => setState({ connection: "open" }));
  stream.addEventListener("head", (event: MessageEvent<string>) =>
    setState({ connection: "open", head: JSON.parse(event.data) as Head }),
  );
  stream.addEventListener("change", (event: MessageEvent<string>) => {
    const change = JSON.parse(event.data) as Change;
    changeListeners.forEach((listener) => listener(change));
  });
  stream.addEventListener("error", () => {
    setState({ connection: "lost" });
    if (stream.readyState !== EventSource.CLOSED) return;
    source = undefined;
    reopening = setTimeout(open, REOPEN_MS);
  });
}

function closeIfUnheard(): void {
  if (stateListeners.size + changeListeners.size > 0) return;
  clearTimeout(reopening);
  source?.close();
  source = undefined;
  state = INITIAL;
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  open();
  return () => {
    listeners.delete(listener);
    closeIfUnheard();
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
