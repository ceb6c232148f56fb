import type { ChainEvent, EventNamed } from "../events.ts";
import { keyOf, type StepKind } from "../rows.ts";
import { refuse, type Ledger } from "./ledger.ts";
import { addStep, memberTopic, tokenTopic } from "./timeline.ts";

/** Replays what became of a payout that its receiver refused; other events are none of its business. */
export function replayClaim(ledger: Ledger, event: ChainEvent): void {
  switch (event.eventName) {
    case "ClaimAdded": {
      const { dealId, owner, id, amount } = event.args;
      const key = keyOf(dealId, owner, id);
      const before = ledger.tables.claim.get(key)?.amount ?? 0n;
      ledger.tables.claim.set(key, { dealId, owner, tokenId: id, amount: before + amount });
      return tellClaim(ledger, event, "claim_added", {});
    }
    case "ClaimPaid":
      return takeClaim(ledger, event, "claim_paid", {});
    case "ClaimRedirected":
      return takeClaim(ledger, event, "claim_redirected", { to: event.args.to });
    case "ClaimLapsed":
      return takeClaim(ledger, event, "claim_lapsed", {});
  }
}

type Taken = EventNamed<"ClaimPaid" | "ClaimRedirected" | "ClaimLapsed">;

/** The whole claim leaves the escrow, right after this event. */
function takeClaim(ledger: Ledger, event: Taken, kind: StepKind, more: Record<string, unknown>): void {
  const { dealId, owner, id, amount } = event.args;
  const claim = ledger.tables.claim.get(keyOf(dealId, owner, id));
  if (claim?.amount !== amount) return refuse(event, "there is no such claim");
  claim.amount = 0n;
  ledger.tables.payout.set(event.txHash, { txHash: event.txHash, dealId });
  tellClaim(ledger, event, kind, more);
}

function tellClaim(
  ledger: Ledger,
  event: Taken | EventNamed<"ClaimAdded">,
  kind: StepKind,
  more: Record<string, unknown>,
): void {
  const { dealId, owner, id, amount } = event.args;
  const data = { id: String(id), amount: String(amount), ...more };
  addStep(ledger, event, { dealId, kind, by: owner, data, topics: [memberTopic(owner), tokenTopic(id)] });
}
