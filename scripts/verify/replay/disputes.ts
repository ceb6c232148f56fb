import type { Address } from "viem";
import { isNobody } from "#domain/address.ts";
import type { ChainEvent } from "../events.ts";
import type { DealRow } from "../rows.ts";
import { replayTurn } from "./arbiters.ts";
import { tell } from "./deals.ts";
import { dealOf, type Ledger } from "./ledger.ts";

/** Replays an event of a dispute, from its beginning to the last ruling; others are none of its business. */
export function replayDispute(ledger: Ledger, event: ChainEvent): void {
  const { timestamp: at } = event;
  switch (event.eventName) {
    case "Disputed": {
      const deal = dealOf(ledger, event, event.args.dealId);
      Object.assign(deal, { status: "disputed", since: at, disputedAt: at } satisfies Partial<DealRow>);
      replayTurn(ledger, event, deal, { kind: "disputed" });
      return tell(ledger, event, deal, { kind: "disputed", by: deal.buyer });
    }
    case "Evidence": {
      const { dealId, by, contentHash } = event.args;
      const id = `${event.txHash}-${event.logIndex}`;
      ledger.tables.evidence.set(id, { id, dealId, by, contentHash, timestamp: at });
      return tell(ledger, event, dealOf(ledger, event, dealId), { kind: "evidence", by, data: { contentHash } });
    }
    case "Ruled": {
      const { dealId, arbiter, reasons } = event.args;
      const deal = dealOf(ledger, event, dealId);
      const ruling = event.args.sellerMinutes.map(Number);
      deal.ruledAt = at;
      replayTurn(ledger, event, deal, { kind: "ruled", arbiter, ruling, reasons });
      // Any other ruling is paid at once: its `Closed` is the next event.
      if (isFirstOfTwo(deal, arbiter)) {
        Object.assign(deal, { status: "ruled", since: at, ruling } satisfies Partial<DealRow>);
      }
      return tell(ledger, event, deal, { kind: "ruled", by: arbiter, data: { sellerMinutes: ruling, reasons } });
    }
    case "Recused": {
      const { dealId, arbiter } = event.args;
      const deal = dealOf(ledger, event, dealId);
      if (isFirstOfTwo(deal, arbiter)) escalate(deal, at);
      replayTurn(ledger, event, deal, { kind: "recused", arbiter });
      return tell(ledger, event, deal, { kind: "recused", by: arbiter });
    }
    case "Appealed": {
      const deal = dealOf(ledger, event, event.args.dealId);
      escalate(deal, at);
      replayTurn(ledger, event, deal, { kind: "appealed" });
      return tell(ledger, event, deal, { kind: "appealed", by: event.args.by });
    }
    case "Conceded": {
      const { dealId, by } = event.args;
      return tell(ledger, event, dealOf(ledger, event, dealId), { kind: "conceded", by });
    }
  }
}

function isFirstOfTwo(deal: DealRow, arbiter: Address): boolean {
  return arbiter === deal.arbiter && !isNobody(deal.appealArbiter);
}

function escalate(deal: DealRow, at: number): void {
  Object.assign(deal, { status: "escalated", since: at } satisfies Partial<DealRow>);
}
