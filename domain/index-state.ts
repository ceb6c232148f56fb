/** How the index stands to its chain, in the words that are stored and sent. */
export const INDEX_STATES = ["live", "catching_up", "resyncing", "chain_unreachable"] as const;

export type IndexState = (typeof INDEX_STATES)[number];

/** How far the index is behind its chain's newest block. */
export type Lag = { blocks: number; seconds: number };

/** So little is on its way, not behind: on a quick chain as many seconds, on a slow one as many blocks. */
const LIVE_SECONDS = 10;
const LIVE_BLOCKS = 2;

/** What is known of an index and its chain at one moment. */
export type IndexStanding = {
  /** Whether the node answers, and knows as much as the index holds for final. */
  isChainReachable: boolean;
  /** Whether what is shown is of blocks that the chain no longer has, or of older rules, until a new index is built. */
  isRebuilding: boolean;
  /** Whether the newest block of the index is one of the chain's; null where it has none yet. */
  isOnChain: boolean | null;
  /** Null where either side has no newest block. */
  lag: Lag | null;
};

/** @returns the one word for an index's standing: what is wrong with what is shown comes before what is late */
export function indexStateOf({ isChainReachable, isRebuilding, isOnChain, lag }: IndexStanding): IndexState {
  if (isRebuilding) return "resyncing";
  if (!isChainReachable) return "chain_unreachable";
  return isOnChain && lag && isLive(lag) ? "live" : "catching_up";
}

/** Whether a lag is no more than a block on its way. */
export function isLive({ blocks, seconds }: Lag): boolean {
  return seconds <= LIVE_SECONDS || blocks <= LIVE_BLOCKS;
}
