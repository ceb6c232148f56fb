import { countTurn, NO_TURNS, takeTurnStep, type TurnCounts, type TurnStep } from "#domain/arbiter-turn.ts";
import type { ChainEvent } from "../events.ts";
import { keyOf, type DealRow, type Place } from "../rows.ts";
import { act } from "./acts.ts";
import { refuse, type Ledger } from "./ledger.ts";
import { addChange, memberTopic } from "./timeline.ts";

/** Replays an entry of the directory; other events are none of its business. */
export function replayListing(ledger: Ledger, event: ChainEvent): void {
  const { arbiter_listing: listings } = ledger.tables;
  const { timestamp: at } = event;
  switch (event.eventName) {
    case "Listed": {
      const { arbiter, profile, feeBps, available } = event.args;
      const before = listings.get(arbiter);
      const listedAt = before?.leftAt === null ? before.listedAt : at;
      listings.set(arbiter, { arbiter, profile, feeBps, available, listedAt, changedAt: at, leftAt: null });
      break;
    }
    case "AvailabilitySet": {
      const listing = listings.get(event.args.arbiter) ?? refuse(event, "the arbiter is not listed");
      Object.assign(listing, { available: event.args.available, changedAt: at });
      break;
    }
    case "Left": {
      const listing = listings.get(event.args.arbiter) ?? refuse(event, "the arbiter is not listed");
      Object.assign(listing, { available: false, changedAt: at, leftAt: at });
      break;
    }
    default:
      return;
  }
  act(ledger, event.args.arbiter, at);
  addChange(ledger, event, [memberTopic(event.args.arbiter)]);
}

/** Begins or ends an arbiter's turn. */
export function replayTurn(ledger: Ledger, { timestamp }: Place, deal: DealRow, step: TurnStep): void {
  const before = ledger.turns.get(deal.id) ?? NO_TURNS;
  if (before.first === null && step.kind !== "disputed") return;
  ledger.turns.set(deal.id, takeTurnStep(before, deal, step, timestamp));
}

/** Works out every arbiter's record, from all turns. */
export function deriveArbiters({ tables, turns }: Ledger): void {
  for (const [dealId, { first, appeal }] of turns) {
    for (const turn of [first, appeal]) {
      if (turn === null) continue;
      const address = turn.arbiter;
      tables.arbiter_turn.set(keyOf(dealId, address), { ...turn, dealId });
      const sums = tables.arbiter.get(address) ?? { ...NOTHING, address };
      const counts = countTurn(turn);
      for (const column of Object.keys(NOTHING) as (keyof TurnCounts)[]) sums[column] += counts[column];
      tables.arbiter.set(address, sums);
    }
  }
}

const NOTHING: TurnCounts = { asked: 0, ruled: 0, recused: 0, silent: 0, spared: 0, overturned: 0, feeMinutes: 0 };
