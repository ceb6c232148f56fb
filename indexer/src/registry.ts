import { ponder } from "ponder:registry";
import { arbiterListing } from "ponder:schema";
import type { Address } from "viem";
import { memberTopic } from "../topics.ts";
import { recordChange } from "./records/change.ts";
import { recordAct } from "./records/community-day.ts";
import { timeOf, type Db, type LoggedEvent } from "./records/place.ts";

// Who comes back after leaving is listed anew.
ponder.on("ArbiterRegistry:Listed", async ({ event, context: { db } }) => {
  const { arbiter, profile, feeBps, available } = event.args;
  const at = timeOf(event);
  const said = { profile, feeBps, available, changedAt: at };
  await db
    .insert(arbiterListing)
    .values({ arbiter, ...said, listedAt: at, leftAt: null })
    .onConflictDoUpdate((row) => (row.leftAt === null ? said : { ...said, listedAt: at, leftAt: null }));
  await recordArbiter(db, event, arbiter);
});

ponder.on("ArbiterRegistry:AvailabilitySet", async ({ event, context: { db } }) => {
  const { arbiter, available } = event.args;
  await db.update(arbiterListing, { arbiter }).set({ available, changedAt: timeOf(event) });
  await recordArbiter(db, event, arbiter);
});

ponder.on("ArbiterRegistry:Left", async ({ event, context: { db } }) => {
  const at = timeOf(event);
  const { arbiter } = event.args;
  await db.update(arbiterListing, { arbiter }).set({ available: false, changedAt: at, leftAt: at });
  await recordArbiter(db, event, arbiter);
});

async function recordArbiter(db: Db, event: LoggedEvent, arbiter: Address): Promise<void> {
  await recordAct(db, arbiter, timeOf(event));
  await recordChange(db, event, [memberTopic(arbiter)]);
}
