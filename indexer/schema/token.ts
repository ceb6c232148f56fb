import { UNITS } from "#domain/units.ts";
import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

/** How time is counted in one token, in the order of the contract's `Unit`. */
export const unit = onchainEnum("unit", UNITS);

/** What a move of tokens was. A conversion or a renewal is two moves: out of the old id, into the new one. */
export const transferKind = onchainEnum("transfer_kind", [
  "mint",
  "transfer",
  "escrow_in",
  "escrow_out",
  "redeem",
  "forgive",
  "withdraw",
  "lapse",
  "convert_out",
  "convert_in",
  "renew_out",
  "renew_in",
]);

/** One ERC-1155 id. `minted` and `burned` count conversions and renewals too, as the contract's `supplyOf` does. */
export const token = onchainTable(
  "token",
  (t) => ({
    id: t.bigint().primaryKey(),
    issuer: t.hex().notNull(),
    unit: unit().notNull(),
    expiry: t.int8({ mode: "number" }).notNull(),
    minted: t.bigint().notNull(),
    burned: t.bigint().notNull(),
    createdAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ issuerIndex: index().on(table.issuer) }),
);

/** What one address holds of one id; rows stay at zero. */
export const holding = onchainTable(
  "holding",
  (t) => ({
    tokenId: t.bigint().notNull(),
    holder: t.hex().notNull(),
    amount: t.bigint().notNull(),
    minutes: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.tokenId, table.holder] }),
    holderIndex: index().on(table.holder),
  }),
);

/** Every move of every token. `id` is `txHash-logIndex-position`. */
export const transfer = onchainTable(
  "transfer",
  (t) => ({
    id: t.text().primaryKey(),
    kind: transferKind().notNull(),
    tokenId: t.bigint().notNull(),
    operator: t.hex().notNull(),
    from: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    minutes: t.int8({ mode: "number" }).notNull(),
    /** The deal paid into or out of, where the move was one. */
    dealId: t.hex(),
    block: t.int8({ mode: "number" }).notNull(),
    logIndex: t.integer().notNull(),
    txHash: t.hex().notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    tokenIndex: index().on(table.tokenId, table.block),
    fromIndex: index().on(table.from, table.block),
    toIndex: index().on(table.to, table.block),
    dealIndex: index().on(table.dealId),
    kindIndex: index().on(table.kind, table.timestamp),
  }),
);
