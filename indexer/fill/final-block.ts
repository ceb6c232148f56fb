import { hexToBigInt } from "viem";
import { createIndexingCache, createIndexingStore, type App, type Block, type Chain } from "./ponder.ts";

/**
 * Gives the block that the index is filled up to to the handlers of blocks. They ask the database in SQL, so they get what Ponder
 * gives them; and they have more to do here than ever after, which is cheaper before triggers watch each row.
 */
export async function handleFinalBlock(app: App, chain: Chain, block: Block): Promise<void> {
  const handlers = app.indexingBuild.eventCallbacks.flat().filter(({ filter }) => filter.type === "block");
  const event = { block: { ...block, number: hexToBigInt(block.number), timestamp: hexToBigInt(block.timestamp) } };
  const contracts = app.indexingBuild.contracts[0];
  await app.database.userQB.transaction(async (transaction) => {
    // Not the first start, so that nothing is believed absent that is not in memory.
    const indexingCache = createIndexingCache({ ...app, crashRecoveryCheckpoint: [], eventCount: {} });
    const indexingErrorHandler = { setRetryableError: () => undefined };
    const store = createIndexingStore({ ...app, indexingCache, indexingErrorHandler });
    store.qb = transaction;
    indexingCache.qb = transaction;
    for (const { fn } of handlers) await fn({ event, context: { chain, contracts, db: store.db } });
    await indexingCache.flush();
  });
}
