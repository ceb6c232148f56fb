/** So long the index may stand still while the chain has newer blocks. */
const STALL_MS = 20_000;
/** Ponder tells every ten seconds that it is alive; its lock lasts 25. */
const SILENCE_MS = 40_000;
/** Before it has told so for the first time it may be starting on a busy machine. */
const START_MS = 180_000;

/** What is seen of a writer at one moment; times in milliseconds. */
export type Glance = {
  now: number;
  /** When it was started. */
  runsSince: number;
  /** When it last told that its event loop turns. */
  heartbeatAt: number;
  isReady: boolean;
  indexBlock: number | null;
  /** Whether the node has answered, and has a newer block. */
  isBehind: boolean;
};

/** @returns tells at each glance whether the writer stands still, and so must be ended */
export function createWatchdog(): (glance: Glance) => boolean {
  let movedAt = 0;
  let block: number | null = null;

  return ({ now, runsSince, heartbeatAt, isReady, indexBlock, isBehind }) => {
    if (heartbeatAt < runsSince) {
      movedAt = now;
      return now - runsSince > START_MS;
    }
    if (indexBlock !== block || !isBehind || !isReady) movedAt = now;
    block = indexBlock;
    return now - movedAt > STALL_MS || now - heartbeatAt > SILENCE_MS;
  };
}
