import { termsFromJson } from "#domain/terms-json.ts";
import type { Terms } from "#domain/terms.ts";
import type { proposal } from "#web/db/schema/proposal.ts";
import { toSeconds } from "#web/lib/clock.ts";

export type ProposalRow = typeof proposal.$inferSelect;

/** Whose turn it is, and whether anything can still be done. */
export type ProposalState = ProposalRow["stage"] | "expired";

/** @returns the drawn-up terms; null until the payment is chosen. */
export function termsOfProposal(row: Pick<ProposalRow, "terms">): Terms | null {
  return row.terms === null ? null : termsFromJson(row.terms);
}

/**
 * The stage of a proposal with its running out taken into account: signed or unsigned terms end with `acceptBy`, a
 * proposal without a payment with the last moment it could still be delivered.
 */
export function proposalState(row: ProposalRow, now: Date): ProposalState {
  if (row.stage === "declined" || row.stage === "withdrawn") return row.stage;
  const terms = termsOfProposal(row);
  const over = row.stage === "payment" || terms === null ? row.deliverBy < now : terms.acceptBy < toSeconds(now);
  return over ? "expired" : row.stage;
}

/** @returns the side whose turn it is; null where the proposal is over. */
export function turnOf(state: ProposalState): "buyer" | "seller" | null {
  if (state === "payment" || state === "funding") return "buyer";
  return state === "signature" ? "seller" : null;
}
