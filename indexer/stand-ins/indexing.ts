import { part, type IndexingCache } from "../fill/ponder.ts";

type Indexing = { processRealtimeEvents: (given: { events: readonly unknown[] }) => Promise<void> };

const ponders = await part<{
  createIndexing: (given: { indexingCache: IndexingCache }) => Indexing;
  createColumnAccessPattern: unknown;
  getEventCount: unknown;
}>("indexing/index.js");

export const { createColumnAccessPattern, getEventCount } = ponders;

/**
 * As Ponder's, but that it tells the cache of rows which event is worked on while it follows the chain, too, not in a back-fill alone.
 * So the cache learns which rows an event needs, and reads those of a block together instead of one by one.
 */
export function createIndexing(given: { indexingCache: IndexingCache }): Indexing {
  const indexing = ponders.createIndexing(given);
  return {
    ...indexing,
    async processRealtimeEvents({ events }) {
      for (const event of events) {
        given.indexingCache.event = event;
        await indexing.processRealtimeEvents({ events: [event] });
      }
    },
  };
}
