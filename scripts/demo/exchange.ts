import type { ListingKey } from "./listings.ts";
import type { Handle } from "./members.ts";
import type { Moment } from "./moment.ts";
import type { Tokens } from "./tokens.ts";

/** The two sides of a deal. */
export type Side = "buyer" | "seller";

/** What one side says of the other. */
export interface Said {
  stars: 1 | 2 | 3 | 4 | 5;
  words: string;
}

/** First and last moment to deliver. */
export type Slot = readonly [from: Moment, by: Moment];

/** One transaction in a deal's life after its opening. `sellerMinutes` follow the order of `pays`. */
export type DealStep = { at: Moment } & (
  | { do: "accept" | "decline" | "withdraw" | "deliver" | "confirm" | "refund" | "recuse" }
  | { do: "amend"; by: Side; slot: Slot; words: string }
  | { do: "appeal" | "concede"; by: Side }
  | { do: "void"; by: Side; words: string }
  | { do: "dispute"; words: string }
  | { do: "evidence"; by: Side | "arbiter"; words: string }
  | { do: "rule"; sellerMinutes: readonly number[]; words: string }
  /** A member of the panel votes; anyone brings its decision to the escrow. */
  | { do: "vote"; by: Handle; sellerMinutes: readonly number[]; words: string }
  | { do: "execute"; by: Handle }
  | { do: "settle"; by: Side; sellerMinutes: readonly number[] }
  | { do: "poke"; by: Handle }
  | { do: "rate"; buyer?: Said; seller?: Said }
  | { do: "reply"; by: Side; words: string }
);

/** Where a deal stands when the demo starts: the rows of the table of states. */
export type Ending =
  | "pending"
  | "pending, refund due"
  | "active, ahead of its slot"
  | "active, in its slot"
  | "active, refund due"
  | "delivered"
  | "delivered, payment due"
  | "disputed"
  | "disputed, split due"
  | "ruled"
  | "ruled, ruling due"
  | "escalated"
  | "completed"
  | "refunded"
  | "settled"
  | "ruled and paid"
  | "split"
  | "voided";

/** One deal from its opening to where it stands. */
export interface DemoExchange {
  /** Unique; salts and the proposal's id are derived from it. */
  key: string;
  listing: ListingKey;
  buyer: Handle;
  seller: Handle;
  /** The arbiter and, where there is one, the arbiter of the appeal. */
  arbiters: readonly [Handle, Handle?];
  /** The community's panel stands in the first arbiter's place, who sits on it. */
  panel?: true;
  pays: readonly Tokens[];
  /** What was agreed in words. */
  brief: string;
  /**
   * `signed`: the buyer brings the seller's signature, so it opens Active; `unsigned`: it opens Pending; `minted`:
   * signed, and the buyer mints the payment straight into the escrow; `offered`: the buyer takes a slot of the seller's
   * standing offer; `never`: the terms open nothing.
   */
  opens: { at: Moment; how: "signed" | "unsigned" | "minted" | "offered" | "never" };
  /** One day after the opening, or the start of the slot if that is sooner, where it is not said. */
  acceptBy?: Moment;
  slot: Slot;
  steps: readonly DealStep[];
  ends: Ending;
}
