import { setFlagsFromString } from "node:v8";
import type { Address } from "viem";
import { Failure } from "../failure.ts";
import { replayChain } from "./chain.ts";
import { readColumns } from "./columns.ts";
import { compareTable } from "./compare.ts";
import type { Progress } from "./progress.ts";
import { emptyReport, type Report } from "./report.ts";
import { TABLE_NAMES, type HeadRow } from "./rows.ts";
import { everything, scopeOf } from "./scope.ts";
import { inSnapshot, readHead } from "./snapshot.ts";

export type VerifyOptions = {
  /** JSON-RPC over http, of a node one trusts. */
  rpcUrl: string;
  /** The database whose schema `chain` is the index. */
  databaseUrl: string;
  /** Restricts the comparison to what this address is part of. */
  address?: Address | undefined;
  progress: Progress;
};

/** What was compared, at which block, and what differs. */
export type Verdict = Report & { head: HeadRow; events: number; tables: number; seconds: number };

/**
 * Most of a replay stays alive for long, and by default V8 lets garbage pile up to several times of what is alive: of
 * 200,000 events it was measured to take 850 MB instead of 515.
 */
const HEAP_GROWTH = "--heap-growing-percent=30";

/**
 * Replays the chain up to the index's head block, from its logs alone, and compares every value of the index with it.
 * Nothing is written anywhere.
 * @throws Failure when either side cannot be read, they are not of the same chain, or neither names the address
 */
export async function verify({ rpcUrl, databaseUrl, address, progress }: VerifyOptions): Promise<Verdict> {
  const begun = performance.now();
  setFlagsFromString(HEAP_GROWTH);
  return inSnapshot(databaseUrl, async (client) => {
    const indexed = await readHead(client);
    const columns = await readColumns(client);
    const { head, events, tables } = await replayChain(rpcUrl, indexed, progress);
    const scope = address ? scopeOf(address, tables) : everything;

    const report = emptyReport();
    const all = TABLE_NAMES.reduce((sum, table) => sum + tables[table].size, 0);
    let read = 0;
    for (const table of TABLE_NAMES) {
      const before = report.rows;
      const tick = (rows: number) => progress.show(`comparing ${table}`, (read += rows) / Math.max(all, read));
      await compareTable(client, table, columns[table], { tables, report, scope, tick });
      progress.done(`compared ${table}: ${report.rows - before} rows`);
    }
    if (address && report.rows === 0)
      throw new Failure(`Nothing on the chain has to do with ${address}: check the address.`);
    const seconds = Math.round(performance.now() - begun) / 1000;
    return { ...report, head, events, tables: TABLE_NAMES.length, seconds };
  });
}
