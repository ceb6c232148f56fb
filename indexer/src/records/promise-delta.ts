/** The columns of an issuer's promise record, in minutes. */
export type PromiseColumn =
  | "mintedMinutes"
  | "outstandingMinutes"
  | "inEscrowMinutes"
  | "redeemedMinutes"
  | "forgivenMinutes"
  | "withdrawnMinutes"
  | "lapsedMinutes";

/** Minutes to add to (or take from) an issuer's promise record. */
export type PromiseDelta = Partial<Record<PromiseColumn, number>>;

/** Where tokens are, as far as the promise record cares. */
export type Whereabouts = "nothing" | "escrow" | "holder";

/**
 * What a plain move does to the promise record, before the event that follows says why: where it came from nothing it
 * counts as minted (a conversion or a renewal takes that back), where it went to nothing it is no longer outstanding.
 */
export function deltaOfMove(from: Whereabouts, to: Whereabouts, minutes: number): PromiseDelta {
  const delta: PromiseDelta = {};
  if (from === to) return delta;
  if (from === "nothing") {
    delta.mintedMinutes = minutes;
    delta.outstandingMinutes = minutes;
  }
  if (to === "nothing") delta.outstandingMinutes = -minutes;
  if (from === "escrow") delta.inEscrowMinutes = -minutes;
  if (to === "escrow") delta.inEscrowMinutes = minutes;
  return delta;
}
