import { ponder } from "ponder:registry";
import { head } from "ponder:schema";
import { utcDay } from "#domain/reputation.ts";
import { refreshScores } from "./records/scores.ts";

// Runs after the logs of its block.
ponder.on("Head:block", async ({ event: { block }, context: { db, chain } }) => {
  const row = {
    block: Number(block.number),
    hash: block.hash,
    parentHash: block.parentHash,
    timestamp: Number(block.timestamp),
  };
  await refreshScores(db, { asOf: utcDay(row.timestamp), ...row });
  await db
    .insert(head)
    .values({ chainId: chain.id, ...row })
    .onConflictDoUpdate(row);
});
