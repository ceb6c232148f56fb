import { part, type IndexingCache } from "../fill/ponder.ts";

type Indexing = { processRealtimeEvents: (given: { events: readonly object[] }) => Promise<void> };

const ponders = await part<{
  createIndexing: (given: { indexingCache: IndexingCache }) => Indexing;
  createColumnAccessPattern: unknown;
  getEventCount: unknown;
}>("indexing/index.js");

export const { createColumnAccessPattern, getEventCount } = ponders;

/**
 * As Ponder's, but that it tells the cache of rows which event is worked on while it follows the chain, too, not in a back-fill alone.
 * So the cache learns which rows an event needs, and reads those of a block together instead of one by one.
 *
 * And as Ponder's, but that the cache forgets what it was told in a transaction that failed as it was committed: else the next try would
 * add to rows that are not in the database.
 */
export function createIndexing(given: { indexingCache: IndexingCache }): Indexing {
  const indexing = ponders.createIndexing(given);
  const tried = new WeakSet<object>();
  return {
    ...indexing,
    async processRealtimeEvents({ events }) {
      if (events.some((event) => tried.has(event))) given.indexingCache.clear();
      for (const event of events) {
        tried.add(event);
        given.indexingCache.event = event;
        await indexing.processRealtimeEvents({ events: [event] });
      }
    },
  };
}
