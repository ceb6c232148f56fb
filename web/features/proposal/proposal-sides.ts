import type { ProposalViewData } from "#web/features/proposal/read-proposal-view.ts";
import { nameOf } from "#web/lib/person-name.ts";

/** @returns what the sentences of a proposal call its two sides, and which of them reads. */
export function sidesOf({ row, people, viewer }: Pick<ProposalViewData, "row" | "people" | "viewer">) {
  return { buyer: nameOf(people, row.buyer), seller: nameOf(people, row.seller), role: viewer };
}
