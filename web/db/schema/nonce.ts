import { index, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { instant } from "./columns.ts";

/** A sign-in nonce not used yet: using one deletes its row, before the signature is looked at. */
export const nonce = app.table(
  "nonce",
  {
    value: text("value").primaryKey(),
    issuedAt: instant("issued_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("nonce_expires_at").on(table.expiresAt)],
);
