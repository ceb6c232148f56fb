import { sql } from "drizzle-orm";
import { check, index, primaryKey } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt } from "./columns.ts";

/** One member wants nothing more to do with another. Only the one who blocks ever sees the row. */
export const memberBlock = app.table(
  "member_block",
  {
    blocker: address("blocker").notNull(),
    blocked: address("blocked").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.blocker, table.blocked] }),
    check("member_block_two_people", sql`${table.blocker} <> ${table.blocked}`),
    check("member_block_lower", sql`${table.blocked} ~ '^0x[0-9a-f]{40}$'`),
    index("member_block_blocked").on(table.blocked),
  ],
);
