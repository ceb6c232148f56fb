import type { Agreement } from "./agreed-terms.ts";
import type { Side } from "./exchange.ts";
import type { ListingKey } from "./listings.ts";
import type { Moment } from "./moment.ts";

/** A deal still being agreed, or that came to nothing before it was one. */
export interface DemoProposal extends Pick<Agreement, "key" | "buyer" | "seller" | "slot"> {
  listing: ListingKey;
  proposer: Side;
  minutes: number;
  /** A word from the proposer. */
  note: string;
  brief: string;
  stage: "payment" | "signature" | "funding" | "declined" | "withdrawn";
  /** From the stage `signature` on: what the buyer chose. */
  chosen?: Pick<Agreement, "pays" | "arbiters" | "acceptBy">;
  written: Moment;
}
