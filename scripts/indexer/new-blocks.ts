import { askChain } from "../chain/rpc.ts";

/** A block without its transactions, as the node writes it. */
export type Header = { number: string; hash: string };

/** A node that takes longer has failed; it is asked again. */
const PATIENCE_MS = 3_000;
/** How often it is asked where nothing rings, and where something does. */
const UNHEARD_MS = 100;
const HEARD_MS = 1_000;
/** So long after a block was told it is told again: not everyone takes it in the first time. */
const REPEAT_MS = 500;
/** Hardhat forgets a subscription after five minutes; until then a block rings for an older one, too. */
const RENEWAL_MS = 120_000;
const RECONNECT_MS = 1_000;
const SUBSCRIBE = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_subscribe", params: ["newHeads"] });

/**
 * Tells the chain's newest block whenever it is another one, and again and again while it is the same. The node is asked for
 * it; that its web socket spoke only makes the question come at once, so nothing hangs on what the socket says, or that it
 * speaks at all.
 */
export function followNewest(rpcUrl: string, signal: AbortSignal, tell: (header: Header) => void): void {
  let told = { hash: "", at: 0 };
  const bell = createBell();
  const doorman = listenForBlocks(rpcUrl, signal, bell.ring);

  async function ask(): Promise<void> {
    const header = await readNewest(rpcUrl).catch(() => null);
    const now = performance.now();
    if (!header || signal.aborted || (header.hash === told.hash && now - told.at < REPEAT_MS)) return;
    told = { hash: header.hash, at: now };
    tell(header);
  }

  async function follow(): Promise<void> {
    while (!signal.aborted) {
      await ask();
      await bell.wait(doorman.isListening ? HEARD_MS : UNHEARD_MS);
    }
  }

  signal.addEventListener("abort", bell.ring);
  void follow();
}

async function readNewest(rpcUrl: string): Promise<Header | null> {
  const block = await askChain(rpcUrl, "eth_getBlockByNumber", ["latest", false], PATIENCE_MS);
  const { transactions: _, ...header } = (block ?? {}) as Partial<Header> & { transactions?: unknown };
  return header.hash === undefined ? null : (header as Header);
}

/** Lets one wait for another, but not for ever; a ring that nobody waited for is kept. */
function createBell(): { ring: () => void; wait: (atMostMs: number) => Promise<void> } {
  let isRung = false;
  let wake: () => void = () => undefined;
  return {
    ring() {
      isRung = true;
      wake();
    },
    async wait(atMostMs) {
      if (!isRung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      isRung = false;
    },
  };
}

/** Keeps a subscription to new blocks at the node, where it takes one, and rings at each word of it. */
function listenForBlocks(rpcUrl: string, signal: AbortSignal, ring: () => void): { readonly isListening: boolean } {
  let isListening = false;

  function connect(): void {
    const socket = new WebSocket(rpcUrl.replace(/^http/, "ws"));
    const subscribe = () => socket.send(SUBSCRIBE);
    const renewal = setInterval(() => isListening && subscribe(), RENEWAL_MS);
    socket.addEventListener("open", () => {
      isListening = true;
      subscribe();
    });
    socket.addEventListener("message", ring);
    socket.addEventListener("close", () => {
      isListening = false;
      clearInterval(renewal);
      ring();
      if (!signal.aborted) setTimeout(connect, RECONNECT_MS);
    });
    signal.addEventListener("abort", () => socket.close(), { once: true });
  }

  connect();
  return {
    get isListening() {
      return isListening;
    },
  };
}
