import { ponder } from "ponder:registry";
import { claim } from "ponder:schema";
import type { Address, Hex } from "viem";
import { memberTopic, tokenTopic } from "../topics.ts";
import { beginPayout } from "./records/payout.ts";
import type { Db, LoggedEvent } from "./records/place.ts";
import { recordStep, type Step } from "./records/timeline.ts";

// A push was refused: the tokens stay in the escrow and are owed.
ponder.on("TimeEscrow:ClaimAdded", async ({ event, context: { db } }) => {
  const { dealId, owner, id, amount } = event.args;
  await db
    .insert(claim)
    .values({ dealId, owner, tokenId: id, amount })
    .onConflictDoUpdate((row) => ({ amount: row.amount + amount }));
  await recordClaimStep(db, event, "claim_added", event.args);
});

ponder.on("TimeEscrow:ClaimPaid", async ({ event, context: { db } }) => {
  await takeClaim(db, event, event.args);
  await recordClaimStep(db, event, "claim_paid", event.args);
});

ponder.on("TimeEscrow:ClaimRedirected", async ({ event, context: { db } }) => {
  await takeClaim(db, event, event.args);
  await recordClaimStep(db, event, "claim_redirected", event.args, { to: event.args.to });
});

ponder.on("TimeEscrow:ClaimLapsed", async ({ event, context: { db } }) => {
  await takeClaim(db, event, event.args);
  await recordClaimStep(db, event, "claim_lapsed", event.args);
});

type ClaimArgs = { dealId: Hex; owner: Address; id: bigint; amount: bigint };

/** The whole claim is on its way out of the escrow. */
async function takeClaim(db: Db, event: LoggedEvent, { dealId, owner, id }: ClaimArgs): Promise<void> {
  await db.update(claim, { dealId, owner, tokenId: id }).set({ amount: 0n });
  await beginPayout(db, event, dealId);
}

async function recordClaimStep(
  db: Db,
  event: LoggedEvent,
  kind: Step["kind"],
  { dealId, owner, id, amount }: ClaimArgs,
  more: Record<string, unknown> = {},
): Promise<void> {
  const data = { id: String(id), amount: String(amount), ...more };
  await recordStep(db, event, { dealId, kind, by: owner, data, topics: [memberTopic(owner), tokenTopic(id)] });
}
