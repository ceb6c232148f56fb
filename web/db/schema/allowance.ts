import { index, integer, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { instant } from "./columns.ts";

/** How often one caller did one thing in the running window: the rate limit all copies of web share. */
export const allowance = app.table(
  "allowance",
  {
    /** `<action>:<caller>`. */
    key: text("key").primaryKey(),
    used: integer("used").notNull(),
    resetsAt: instant("resets_at").notNull(),
  },
  (table) => [index("allowance_resets_at").on(table.resetsAt)],
);
