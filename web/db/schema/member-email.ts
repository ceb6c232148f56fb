import { sql } from "drizzle-orm";
import { check, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, hex, instant } from "./columns.ts";

/**
 * A member's e-mail address: the one that is verified, and the one that waits for its link to be opened. Both are
 * encrypted (web/lib/key-ring.ts); a row without either does not exist.
 */
export const memberEmail = app.table(
  "member_email",
  {
    member: address("member").primaryKey(),
    /** The verified address. */
    sealedAddress: text("sealed_address"),
    /** Its blind index: one address belongs to one member. */
    addressIndex: hex("address_index").unique(),
    verifiedAt: instant("verified_at"),
    /** The address that waits. Until its link is opened anybody may claim it, so it is not unique. */
    sealedPending: text("sealed_pending"),
    /** SHA-256 of the token in the link; using it up empties this. */
    tokenHash: hex("token_hash").unique(),
    tokenExpiresAt: instant("token_expires_at"),
    /** The language mails are written in: the one the member last asked in. */
    language: text("language").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      "member_email_verified_whole",
      sql`num_nonnulls(${table.sealedAddress}, ${table.addressIndex}, ${table.verifiedAt}) in (0, 3)`,
    ),
    check(
      "member_email_pending_whole",
      sql`num_nonnulls(${table.sealedPending}, ${table.tokenHash}, ${table.tokenExpiresAt}) in (0, 3)`,
    ),
    check("member_email_not_empty", sql`num_nonnulls(${table.sealedAddress}, ${table.sealedPending}) > 0`),
  ],
);
