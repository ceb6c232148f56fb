import { ponder } from "ponder:registry";
import { head } from "ponder:schema";
import { utcDay } from "#domain/reputation.ts";
import { checkPromises } from "./records/promise-check.ts";
import { refreshScores } from "./records/scores.ts";

// Runs after the logs of its block.
ponder.on("Head:block", async ({ event: { block }, context: { db, chain, contracts } }) => {
  const row = {
    block: Number(block.number),
    hash: block.hash,
    parentHash: block.parentHash,
    timestamp: Number(block.timestamp),
  };
  await checkPromises(db, row, contracts.TimeEscrow.address);
  await refreshScores(db, { asOf: utcDay(row.timestamp), ...row });
  await db
    .insert(head)
    .values({ chainId: chain.id, ...row })
    .onConflictDoUpdate(row);
});
