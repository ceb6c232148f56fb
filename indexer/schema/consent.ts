import { index, onchainEnum, onchainTable, primaryKey } from "ponder";

/** The contracts that keep nonces or epochs of their own. */
export const book = onchainEnum("book", ["token", "escrow", "offer_book", "swap"]);

/** What a nonce was used for; where nothing took the signature, its owner made it void. */
export const nonceUse = onchainEnum("nonce_use", ["cancelled", "renewal", "settlement", "swap"]);

/** A slot of a standing offer that a deal opened by; the offer's own words are web's. */
export const offerSlot = onchainTable(
  "offer_slot",
  (t) => ({
    offerHash: t.hex().notNull(),
    slot: t.bigint().notNull(),
    dealId: t.hex().notNull(),
    seller: t.hex().notNull(),
    buyer: t.hex().notNull(),
    txHash: t.hex().notNull(),
    takenAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.offerHash, table.slot] }),
    dealIndex: index().on(table.dealId),
    sellerIndex: index().on(table.seller),
  }),
);

/** A nonce no signature can bear any more. `id` is `txHash-logIndex`. */
export const usedNonce = onchainTable(
  "used_nonce",
  (t) => ({
    id: t.text().primaryKey(),
    book: book().notNull(),
    owner: t.hex().notNull(),
    nonce: t.bigint().notNull(),
    use: nonceUse().notNull(),
    txHash: t.hex().notNull(),
    usedAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ ownerIndex: index().on(table.owner, table.book, table.nonce) }),
);

/** The epoch an owner's standing offers or swap orders must name; without a row it is 0. */
export const epoch = onchainTable(
  "epoch",
  (t) => ({
    book: book().notNull(),
    owner: t.hex().notNull(),
    epoch: t.bigint().notNull(),
    txHash: t.hex().notNull(),
    raisedAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.book, table.owner] }) }),
);

/** Who may move all of a holder's tokens, as ERC-1155 has it: the swap wants it of those who give. */
export const operatorApproval = onchainTable(
  "operator_approval",
  (t) => ({
    owner: t.hex().notNull(),
    operator: t.hex().notNull(),
    approved: t.boolean().notNull(),
    txHash: t.hex().notNull(),
    changedAt: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.owner, table.operator] }) }),
);

/** A signed call somebody else paid the gas of, whatever contract it went to. `id` is `txHash-logIndex`. */
export const forwardedCall = onchainTable(
  "forwarded_call",
  (t) => ({
    id: t.text().primaryKey(),
    signer: t.hex().notNull(),
    nonce: t.bigint().notNull(),
    success: t.boolean().notNull(),
    txHash: t.hex().notNull(),
    timestamp: t.int8({ mode: "number" }).notNull(),
  }),
  (table) => ({ signerIndex: index().on(table.signer), txIndex: index().on(table.txHash) }),
);
