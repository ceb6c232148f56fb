import type { DealOutcome, DealStatus } from "./deal-state.ts";

/** How long a slot is held for a proposal before others can have it. Seconds. */
export const HOLD_SECONDS = 15 * 60;

/**
 * Where a booking is in its life: held for a proposal, firm while the deal's tokens are locked, kept once it was paid,
 * freed when nothing came of it. All but freed ones keep others out.
 */
export type BookingStanding =
  | { state: "held"; heldUntil: number; freedFor: null }
  | { state: "firm" | "kept"; heldUntil: null; freedFor: null }
  | { state: "freed"; heldUntil: null; freedFor: "lapsed" | "cancelled" | "refunded" | "taken" };

/** What a booking follows. */
export type BookingGround = {
  /** Its proposal was declined or withdrawn. */
  ended: boolean;
  /** The deal under its newest terms, as the index has it; null where none was opened, or a reorg has taken it back. */
  deal: {
    status: DealStatus;
    outcome: DealOutcome | null;
    /** As `Stage.dueOutcome`: the outcome that only waits for somebody's poke. */
    dueOutcome: DealOutcome | null;
  } | null;
};

/**
 * Where a booking ought to be. It depends on what is, not on what was seen happening: asked again after a restart or a
 * reorg, it answers the same.
 * @param now unix seconds
 */
export function standingOf(current: BookingStanding, { ended, deal }: BookingGround, now: number): BookingStanding {
  if (deal !== null) return standingByDeal(deal);
  if (current.state === "freed") return current;
  if (ended) return freed("cancelled");
  // A reorg took the deal back: whoever paid may well pay again, so the slot waits for them as for a new proposal.
  if (current.state !== "held") return { state: "held", heldUntil: now + HOLD_SECONDS, freedFor: null };
  return current.heldUntil > now ? current : freed("lapsed");
}

function standingByDeal({ status, outcome, dueOutcome }: NonNullable<BookingGround["deal"]>): BookingStanding {
  if (status === "voided") return freed("cancelled");
  if (status === "closed") return outcome === "refunded" ? freed("refunded") : settled("kept");
  // Only the poke that pays back is missing: the deal cannot go on any more.
  return dueOutcome === "refunded" ? freed("lapsed") : settled("firm");
}

function freed(freedFor: "lapsed" | "cancelled" | "refunded"): BookingStanding {
  return { state: "freed", heldUntil: null, freedFor };
}

function settled(state: "firm" | "kept"): BookingStanding {
  return { state, heldUntil: null, freedFor: null };
}

/** How long the slot of a deal is: as long as its listing says a session takes, else as long as what is paid. */
export function sessionMinutes(listing: { durationMinutes: number | null } | null, paidMinutes: number): number {
  return listing?.durationMinutes ?? paidMinutes;
}
