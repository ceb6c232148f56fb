import { isNobody } from "#domain/address.ts";
import type { DealState } from "#domain/deal-state.ts";
import { stageAt } from "#domain/deal.ts";
import { previewEnding, type Ending, type Preview } from "#domain/preview.ts";
import { mostSellerMinutes } from "#domain/split.ts";
import type { Terms } from "#domain/terms.ts";

/** One way a deal can still end, as the table of all of them names it. */
export type EndingKind =
  | "confirm"
  | "refund"
  | "notAccepted"
  | "notDelivered"
  | "notAnswered"
  | "notAppealed"
  | "rulingStands"
  | "ruledForSeller"
  | "ruledForBuyer"
  | "nobodyRules";

/**
 * Every way the deal can still end, with who gets what: the acts first, then silence, then what arbiters can do.
 * @param now unix seconds
 */
export function listEndings(deal: DealState, terms: Terms, now: number): { kind: EndingKind; preview: Preview }[] {
  const stage = stageAt(deal, terms, now);
  if (stage.deadline === null) return [];
  if (stage.dueOutcome !== null) return [silence(silenceKind(deal, terms, now), deal, terms, now)];
  const exchanging = stage.status === "pending" || stage.status === "active" || stage.status === "delivered";
  const endings: { kind: EndingKind; preview: Preview }[] = [];
  const add = (kind: EndingKind, state: DealState, ending: Ending) =>
    endings.push({ kind, preview: previewEnding(state, terms, ending, now) });
  if (exchanging) {
    add("confirm", deal, { kind: "confirm" });
    add("refund", deal, { kind: "refund" });
  }
  endings.push(silence(silenceKind(deal, terms, now), deal, terms, now));
  if (stage.status === "ruled" && isNobody(terms.appealArbiter)) return endings;
  const disputed: DealState = exchanging ? { ...deal, status: "disputed", since: now } : deal;
  const most = mostSellerMinutes(terms, terms.arbiterFeeBps > 0);
  add("ruledForSeller", disputed, { kind: "rule", sellerMinutes: most });
  add("ruledForBuyer", disputed, { kind: "rule", sellerMinutes: most.map(() => 0) });
  if (exchanging) add("nobodyRules", disputed, { kind: "recuse" });
  return endings;
}

function silence(kind: EndingKind, deal: DealState, terms: Terms, now: number) {
  return { kind, preview: previewEnding(deal, terms, { kind: "silence" }, now) };
}

function silenceKind(deal: DealState, terms: Terms, now: number): EndingKind {
  switch (stageAt(deal, terms, now).status) {
    case "pending":
      return "notAccepted";
    case "active":
      return "notDelivered";
    case "delivered":
      return "notAnswered";
    case "ruled":
      return "notAppealed";
    default:
      return deal.ruling ? "rulingStands" : "nobodyRules";
  }
}
