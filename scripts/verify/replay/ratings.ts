import type { ChainEvent } from "../events.ts";
import { keyOf } from "../rows.ts";
import { act } from "./acts.ts";
import { dealOf, refuse, type Ledger } from "./ledger.ts";
import { addChange, dealTopic, memberTopic } from "./timeline.ts";

/** Replays a rating or a reply; other events are none of its business. */
export function replayRating(ledger: Ledger, event: ChainEvent): void {
  switch (event.eventName) {
    case "Rated": {
      const { dealId, rater, ratee, stars, comment } = event.args;
      dealOf(ledger, event, dealId);
      const { txHash, timestamp } = event;
      act(ledger, rater, timestamp);
      const silent = { reply: null, repliedAt: null, replyTx: null };
      const row = { dealId, rater, ratee, stars, comment, ratedAt: timestamp, ...silent, txHash };
      ledger.tables.rating.set(keyOf(dealId, rater), row);
      return addChange(ledger, event, [dealTopic(dealId), memberTopic(rater), memberTopic(ratee)]);
    }
    case "Replied": {
      const { dealId, rater, by, reply } = event.args;
      const rating = ledger.tables.rating.get(keyOf(dealId, rater)) ?? refuse(event, "there is no rating to reply to");
      Object.assign(rating, { reply, repliedAt: event.timestamp, replyTx: event.txHash });
      act(ledger, by, event.timestamp);
      return addChange(ledger, event, [dealTopic(dealId), memberTopic(rater), memberTopic(by)]);
    }
  }
}
