import type { Unit } from "#domain/units.ts";
import type { Handle } from "./members.ts";
import type { Moment } from "./moment.ts";
import type { Tokens } from "./tokens.ts";

/** One transaction with tokens outside any deal. */
export type PromiseStep = { at: Moment } & (
  | { do: "mint"; tokens: Tokens; to?: Handle }
  | { do: "give"; from: Handle; to: Handle; tokens: Tokens }
  | { do: "convert"; by: Handle; tokens: Tokens; to: Unit }
  /** Forgiven by a holder, withdrawn by the issuer. */
  | { do: "burn"; by: Handle; tokens: Tokens }
  | { do: "sweep"; by: Handle; holder: Handle; tokens: Tokens }
  /** By the issuer; a running promise with the holder's signature, a lapsed one without. */
  | { do: "renew"; holder: Handle; tokens: Tokens; until: Moment; signed: boolean }
);
