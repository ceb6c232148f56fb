import { sql } from "drizzle-orm";
import { bigint, index, jsonb, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, instant } from "./columns.ts";

/**
 * Everything a member is told, once each, whatever it is and by whatever way it reaches them. The inbox shows these
 * rows; every other channel reads them by id and keeps beside them how far its delivery has come.
 */
export const outbox = app.table(
  "outbox",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    recipient: address("recipient").notNull(),
    /** Names the event and whom it is told; what is written a second time is refused by it. */
    eventKey: text("event_key").notNull().unique(),
    kind: text("kind").notNull(),
    /** What its kind says of it. */
    payload: jsonb("payload").notNull(),
    createdAt: createdAt(),
    /** When its recipient saw it; a channel has nothing to deliver after that. */
    readAt: instant("read_at"),
  },
  (table) => [
    index("outbox_recipient").on(table.recipient, table.id.desc().nullsFirst()),
    index("outbox_unread")
      .on(table.recipient)
      .where(sql`read_at is null`),
    index("outbox_saved_search").on(sql`(${table.payload} ->> 'savedSearchId')`, table.createdAt),
  ],
);
