import type { Address } from "viem";
import type { z } from "zod";

/** A point in time in a sentence; written in the reader's language and zone. */
export type SaidInstant = { instant: string };

/**
 * One kind of thing members are told. A file of `kinds/` each, entered in `kinds.ts`; its sentence is the message
 * `inbox.kinds.<kind>`.
 */
export type InboxKind<Schema extends z.ZodType> = {
  kind: string;
  /** What a row of this kind says. */
  schema: Schema;
  icon: "search" | "calendar" | "exchange" | "clock";
  /** Where it leads. */
  href: (payload: z.output<Schema>) => string;
  /** Who it is about: named `name` in the sentence. */
  about: (payload: z.output<Schema>) => Address | null;
  /** What else the sentence names. */
  values: (payload: z.output<Schema>) => Record<string, string | number | SaidInstant>;
};

/** Holds a kind to its own payload. */
export function defineKind<Schema extends z.ZodType>(kind: InboxKind<Schema>): InboxKind<Schema> {
  return kind;
}
