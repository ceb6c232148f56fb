import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { isTable, type Table } from "drizzle-orm";
import { hexToNumber, type Hex, type PublicClient } from "viem";
import { blockOf, checkpointAt, requireSameBlock, writeCheckpoint } from "./checkpoint.ts";
import { handleFinalBlock } from "./final-block.ts";
import { createHandling, wantedBy } from "./handlers.ts";
import { askBlock, readLogs, type Blocks, type Header } from "./logs.ts";
import { getWhereCondition, type App, type Block, type Chain, type Recovery } from "./ponder.ts";
import { createRows, type TableChanges } from "./rows.ts";
import { createStore } from "./store.ts";
import { writeChanges } from "./write.ts";

/** Of so many events everything is worked out, while what came of those before is written. */
const EVENTS_AT_ONCE = 5_000;

/** After so many, what is read and written meanwhile has its turn. */
const LOGS_TO_A_TURN = 50;

/** How often a chain without a second block is looked at again. */
const FIRST_BLOCK_POLL_MS = 100;

/** Where an index stands. */
export type Filled = {
  /** The last block of which everything is in the index. */
  upTo: number;
  /** The same, as the next start reads it; undefined where nothing is in the index yet. */
  recovery: Recovery | undefined;
  /** The newest block that is final. */
  finalized: Block;
};

type Options = {
  /** How many events are worked out at once. */
  eventsAtOnce?: number;
};

/**
 * Brings an index up to the newest final block: reads the logs, gives them to the handlers, and copies out what came of them
 * together with how far it came, so that another start goes on from there.
 * @returns once there is a block after it
 * @throws BaseError (of viem) where the node does not answer
 * @throws Error where it answers what cannot be, or is of another chain; whatever a handler or the database throws
 */
export async function fillIndex(app: App, client: PublicClient, options: Options = {}): Promise<Filled> {
  const { chains, finalizedBlocks } = app.indexingBuild;
  const [chain, built] = [chains[0], finalizedBlocks[0]];
  if (!chain || !built) throw new Error("indexer/ponder.config.ts names no chain.");

  let recovery = app.crashRecoveryCheckpoint?.find(({ chainId }) => chainId === chain.id);
  let upTo = recovery ? blockOf(recovery) : firstBlockOf(app) - 1;
  if (recovery) await requireSameBlock(app, recovery, await askBlock(client, upTo));
  for (let finalized = built; ;) {
    const blocks = { from: upTo + 1, to: hexToNumber(finalized.number) };
    if (blocks.from <= blocks.to) {
      recovery = await fillBlocks(app, client, { chain, blocks, isEmpty: recovery === undefined, ...options });
      await handleFinalBlock(app, chain, finalized);
      upTo = blocks.to;
    }
    // Meanwhile others may have become final.
    const newest = await newestAfter(client, Math.max(hexToNumber(finalized.number), upTo));
    if (newest - upTo <= 2 * chain.finalityBlockCount) return { upTo, recovery, finalized };
    finalized = await askBlock(client, newest - chain.finalityBlockCount);
  }
}

/** @returns the first block that there can be anything of */
function firstBlockOf({ indexingBuild }: App): number {
  const logs = indexingBuild.eventCallbacks.flat().filter(({ filter }) => filter.type === "log");
  return Math.min(...logs.map(({ filter }) => filter.fromBlock ?? 0));
}

/** Ponder asks for the block it begins with at once, and gives up where there is none. */
async function newestAfter(client: PublicClient, block: number): Promise<number> {
  for (;;) {
    const newest = Number(await client.getBlockNumber({ cacheTime: 0 }));
    if (newest > block) return newest;
    await sleep(FIRST_BLOCK_POLL_MS);
  }
}

type Part = Options & { chain: Chain; blocks: Blocks; isEmpty: boolean };

async function fillBlocks(app: App, client: PublicClient, part: Part): Promise<Recovery> {
  const { chain, blocks, isEmpty, eventsAtOnce = EVENTS_AT_ONCE } = part;
  const { userQB } = app.database;
  let written = Promise.resolve();
  const rows = createRows(tablesOf(app), {
    isEmpty,
    async read(table, key) {
      await written;
      return (await userQB.wrap((db) => db.select().from(table).where(getWhereCondition(table, key))))[0] ?? null;
    },
  });
  const handle = createHandling(app, chain, createStore(rows));

  const write = (changes: readonly TableChanges[], recovery: Recovery, hash: Hex) =>
    userQB.transaction(async (transaction) => {
      await writeChanges(transaction, changes);
      await writeCheckpoint(transaction, app.namespaceBuild.schema, { chain, recovery, hash });
    });

  let recovery: Recovery | null = null;
  let events = 0;
  async function writeUpTo(block: Header): Promise<void> {
    events = 0;
    await written;
    rows.settle();
    recovery = checkpointAt(chain, block);
    written = write(rows.takeChanges(), recovery, block.hash);
    // Told to whoever waits for it.
    written.catch(() => undefined);
  }

  try {
    for await (const { upTo, logs, headerOf } of readLogs(client, wantedBy(app), blocks)) {
      let block: Header | null = null;
      for (const log of logs) {
        const number = hexToNumber(log.blockNumber);
        if (block && number > block.number && events >= eventsAtOnce) await writeUpTo(block);
        if (block?.number !== number) block = headerOf(number);
        await handle(log, block.timestamp);
        events += 1;
        if (events % LOGS_TO_A_TURN === 0) await setImmediate();
      }
      if (events >= eventsAtOnce || upTo === blocks.to) await writeUpTo(headerOf(upTo));
    }
  } finally {
    await written;
  }
  if (!recovery) throw new Error(`There are no blocks from ${blocks.from} to ${blocks.to}.`);
  return recovery;
}

function tablesOf({ schemaBuild }: App): Table[] {
  return Object.values(schemaBuild.schema).filter((each): each is Table => isTable(each));
}
