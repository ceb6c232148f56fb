import type { Context } from "ponder:registry";
import type { Hex } from "viem";

/** The index's tables, as handlers of logs read and write them: no SQL, since a fill has rows in memory (docs/decisions/0084). */
export type Db = Pick<Context["db"], "find" | "insert" | "update">;

/** The same, as the handler of blocks has it. */
export type SqlDb = Context["db"];

/** Where and when a log was written: what every handler's event has. */
export type LoggedEvent = {
  block: { number: bigint; timestamp: bigint };
  transaction: { hash: Hex };
  log: { logIndex: number };
};

/** @returns the columns that say where a row comes from */
export function placeOf({ block, transaction, log }: LoggedEvent) {
  return {
    block: Number(block.number),
    logIndex: log.logIndex,
    txHash: transaction.hash,
    timestamp: Number(block.timestamp),
  };
}

/** @returns unix second of the event's block */
export function timeOf({ block }: Pick<LoggedEvent, "block">): number {
  return Number(block.timestamp);
}

/**
 * The primary key of rows made from one log: `txHash-logIndex`.
 * @param back how many logs before `event` the row was made
 */
export function logId({ transaction, log }: LoggedEvent, back = 0): string {
  return `${transaction.hash}-${log.logIndex - back}`;
}
