import type { Contracts } from "#domain/contract-abis.ts";
import { utcDay } from "#domain/reputation.ts";
import { InvalidTokenId } from "#domain/token-id.ts";
import type { ChainEvent } from "./events.ts";
import { deriveArbiters, replayListing } from "./replay/arbiters.ts";
import { replayClaim } from "./replay/claims.ts";
import { replayConsent } from "./replay/consents.ts";
import { deriveDays } from "./replay/days.ts";
import { replayDeal } from "./replay/deals.ts";
import { replayDispute } from "./replay/disputes.ts";
import { emptyLedger, refuse, type Ledger } from "./replay/ledger.ts";
import { deriveMembers } from "./replay/members.ts";
import { replayPanel } from "./replay/panels.ts";
import { derivePromises } from "./replay/promises.ts";
import { replayRating } from "./replay/ratings.ts";
import { deriveScores } from "./replay/scores.ts";
import { deriveRings, replaySwap } from "./replay/swaps.ts";
import { replayToken } from "./replay/tokens.ts";
import { keyOf, type HeadRow, type Place, type Tables } from "./rows.ts";

/** Takes a chain's events one by one, and says in the end what the index has to contain. */
export type Replay = {
  /** @throws Failure on an event that cannot follow those before it */
  take(event: ChainEvent): void;
  /** @throws Failure where the logs do not add up; nothing can be taken after this */
  end(head: HeadRow): Tables;
};

/**
 * Begins a replay in memory. It shares no line with the indexer: sums are worked out at the end from single facts, where
 * the indexer keeps them up to date event by event.
 * @param contracts where the system stands
 */
export function startReplay(contracts: Contracts): Replay {
  const ledger = emptyLedger(contracts);
  return {
    take(event) {
      if (event.txHash !== ledger.recentTx) beginTransaction(ledger, event);
      try {
        for (const replay of REPLAYS) replay(ledger, event);
      } catch (cause) {
        if (cause instanceof InvalidTokenId) refuse(event, cause.message);
        throw cause;
      }
    },
    end(head) {
      requireExplained(ledger, { ...head, logIndex: 0, txHash: ledger.recentTx ?? head.hash });
      derivePromises(ledger);
      deriveArbiters(ledger);
      deriveRings(ledger);
      deriveMembers(ledger);
      deriveScores(ledger, utcDay(head.timestamp));
      deriveDays(ledger);
      ledger.tables.head.set(keyOf(head.chainId), head);
      return ledger.tables;
    },
  };
}

const REPLAYS = [
  replayToken,
  replayConsent,
  replayDeal,
  replayDispute,
  replayClaim,
  replayRating,
  replayListing,
  replayPanel,
  replaySwap,
];

function beginTransaction(ledger: Ledger, event: ChainEvent): void {
  requireExplained(ledger, event);
  ledger.recent = [];
  ledger.recentTx = event.txHash;
}

/** Every burn is explained within its transaction. */
function requireExplained({ unexplained, recentTx }: Ledger, place: Place): void {
  if (unexplained !== 0) refuse(place, `nothing says why ${recentTx} burned tokens`);
}
