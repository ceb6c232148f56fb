/** So long the index may stand still while the chain has newer blocks. */
const STALL_MS = 20_000;
/** Ponder tells every ten seconds that it is alive; its lock lasts 25. */
const SILENCE_MS = 40_000;
/** Before it has told so for the first time it may be starting on a busy machine. */
const START_MS = 180_000;
/** Further behind than this, Ponder is there sooner from a new start, which reads many blocks at once, than block by block. */
const FAR_BLOCKS = 300;

/** What is seen of a writer at one moment; times in milliseconds. */
export type Glance = {
  now: number;
  /** When it was started. */
  runsSince: number;
  /** When it last told that its event loop turns. */
  heartbeatAt: number;
  isReady: boolean;
  indexBlock: number | null;
  /** Whether the node has answered, and has another block than the index. */
  isBehind: boolean;
  /** How many blocks the node has more. */
  lagBlocks: number;
};

/** Why a writer must be ended and started anew. */
export type Fault = "stands still" | "is far behind";

/** @returns tells at each glance what is wrong with the writer; null for nothing */
export function createWatchdog(): (glance: Glance) => Fault | null {
  let movedAt = 0;
  /** At the last glance. */
  let block: number | null | undefined;

  return ({ now, runsSince, heartbeatAt, isReady, indexBlock, isBehind, lagBlocks }) => {
    const isFirst = block === undefined;
    const hasMoved = indexBlock !== block && !isFirst;
    block = indexBlock;
    if (heartbeatAt < runsSince) {
      movedAt = now;
      return now - runsSince > START_MS ? "stands still" : null;
    }
    if (isFirst || hasMoved || !isBehind || !isReady) movedAt = now;
    if (now - movedAt > STALL_MS || now - heartbeatAt > SILENCE_MS) return "stands still";
    // After a start the head is an old one, until the first block comes by itself.
    return isReady && hasMoved && lagBlocks > FAR_BLOCKS ? "is far behind" : null;
  };
}
