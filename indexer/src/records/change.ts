import { change } from "ponder:schema";
import type { Topic } from "../../topics.ts";
import { placeOf, type Db, type LoggedEvent } from "./place.ts";

/** Above any number of logs in one block. */
const LOGS_PER_BLOCK = 1_000_000;

/** Tells pages that follow the index what `event` changed. One call an event. */
export async function recordChange(db: Db, event: LoggedEvent, topics: Topic[]): Promise<void> {
  const { block, logIndex, timestamp } = placeOf(event);
  await db
    .insert(change)
    .values({ id: block * LOGS_PER_BLOCK + logIndex, block, timestamp, topics: [...new Set(topics)] });
}
