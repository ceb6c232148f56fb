import { usedNonce } from "ponder:schema";
import type { Address } from "viem";
import { memberTopic } from "../../topics.ts";
import { recordChange } from "./change.ts";
import { recordAct } from "./community-day.ts";
import { logId, timeOf, type Db, type LoggedEvent } from "./place.ts";

type NonceRow = typeof usedNonce.$inferSelect;

/** Notes a nonce as cancelled, till the event that took its signature says otherwise. */
export async function recordNonce(
  db: Db,
  event: LoggedEvent & { args: { owner: Address; nonce: bigint } },
  book: NonceRow["book"],
): Promise<void> {
  const { owner, nonce } = event.args;
  const { transaction } = event;
  const at = timeOf(event);
  await db
    .insert(usedNonce)
    .values({ id: logId(event), book, owner, nonce, use: "cancelled", txHash: transaction.hash, usedAt: at });
  await recordAct(db, owner, at);
  await recordChange(db, event, [memberTopic(owner)]);
}

/** Says what took the signature whose nonce was used `back` logs before `event`. */
export async function explainNonce(db: Db, event: LoggedEvent, back: number, use: NonceRow["use"]): Promise<void> {
  await db.update(usedNonce, { id: logId(event, back) }).set({ use });
}
