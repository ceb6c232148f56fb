import { onchainTable } from "ponder";

/** The promise record, in minutes: minted = held + inEscrow + redeemed + forgiven + withdrawn + lapsed, for ever.
 * `outstanding` = held + inEscrow, as the contract counts it. */
export const issuer = onchainTable("issuer", (t) => ({
  address: t.hex().primaryKey(),
  mintedMinutes: t.int8({ mode: "number" }).notNull(),
  outstandingMinutes: t.int8({ mode: "number" }).notNull(),
  inEscrowMinutes: t.int8({ mode: "number" }).notNull(),
  redeemedMinutes: t.int8({ mode: "number" }).notNull(),
  forgivenMinutes: t.int8({ mode: "number" }).notNull(),
  withdrawnMinutes: t.int8({ mode: "number" }).notNull(),
  lapsedMinutes: t.int8({ mode: "number" }).notNull(),
  /** First mint; the credit line grows from here. */
  since: t.int8({ mode: "number" }).notNull(),
}));

/** The promise record held against what is there, worked out with the head block from all holdings: the difference is 0,
 * or the index is wrong and says so. */
export const promiseCheck = onchainTable("promise_check", (t) => ({
  issuer: t.hex().primaryKey(),
  mintedMinutes: t.int8({ mode: "number" }).notNull(),
  heldMinutes: t.int8({ mode: "number" }).notNull(),
  inEscrowMinutes: t.int8({ mode: "number" }).notNull(),
  /** Redeemed, forgiven, withdrawn and lapsed together. */
  endedMinutes: t.int8({ mode: "number" }).notNull(),
  /** minted − held − inEscrow − ended. */
  differenceMinutes: t.int8({ mode: "number" }).notNull(),
}));
