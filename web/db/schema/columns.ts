import { sql, type SQL } from "drizzle-orm";
import { type AnyPgColumn, customType, doublePrecision, text, timestamp } from "drizzle-orm/pg-core";
import type { Address, Hex } from "viem";

/** An address as `0x…` in lower case. */
export const address = (name: string) => text(name).$type<Address>();

/** A hash, salt or signature as `0x…` in lower case. */
export const hex = (name: string) => text(name).$type<Hex>();

/** An instant with its zone, read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** When the row was written; set by the database. */
export const createdAt = () => instant("created_at").notNull().defaultNow();

/** When the row last changed; the operation that changes it sets it. */
export const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** A list of words, never null. */
export const words = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'::text[]`);

/** Postgres' full-text vector; only ever read inside SQL. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A latitude or longitude. */
export const degrees = (name: string) => doublePrecision(name);

/** Whether both coordinates are there, on the globe, or neither is. */
export const areCoordinates = ({ latitude, longitude }: { latitude: AnyPgColumn; longitude: AnyPgColumn }): SQL =>
  sql`(${latitude} is null) = (${longitude} is null) and ${latitude} between -90 and 90 and ${longitude} between -180 and 180`;

/** A folded word, ordered by its bytes: all words with one beginning stand together. */
export const lexeme = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
