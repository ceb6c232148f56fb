import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import { app } from "./app.ts";
import { address, createdAt, instant } from "./columns.ts";

/**
 * Everything a member is told, once each, whatever it is and by whatever way it reaches them. The inbox shows these
 * rows; every other channel keeps beside them how far its delivery has come.
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

/** How far one channel (e-mail, push) has come with one row of the outbox; a channel adds its row when it takes it on. */
export const outboxDelivery = app.table(
  "outbox_delivery",
  {
    outboxId: bigint("outbox_id", { mode: "number" })
      .notNull()
      .references(() => outbox.id, { onDelete: "cascade" }),
    channel: text("channel").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at"),
    deliveredAt: instant("delivered_at"),
  },
  (table) => [
    primaryKey({ columns: [table.outboxId, table.channel] }),
    index("outbox_delivery_due")
      .on(table.channel, table.nextAttemptAt)
      .where(sql`delivered_at is null`),
  ],
);
