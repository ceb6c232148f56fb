import type { Address, Hex } from "viem";
import type { ChainEvent } from "../events.ts";
import { keyOf, type Place, type Rows } from "../rows.ts";
import type { Book } from "../rows/consents.ts";
import { act } from "./acts.ts";
import { dealOf, refuse, type Ledger } from "./ledger.ts";
import { addChange, dealTopic, memberTopic } from "./timeline.ts";

/** Replays what members signed away, took back or allowed; other events are none of its business. */
export function replayConsent(ledger: Ledger, event: ChainEvent): void {
  const { tables } = ledger;
  const { txHash, timestamp: at } = event;
  switch (event.eventName) {
    case "SlotTaken": {
      const { offerHash, slot, dealId } = event.args;
      const { buyer, seller } = dealOf(ledger, event, dealId);
      const row = { offerHash, slot, dealId, buyer, seller, txHash, takenAt: at };
      tables.offer_slot.set(keyOf(offerHash, slot), row);
      return addChange(ledger, event, [dealTopic(dealId), memberTopic(buyer), memberTopic(seller)]);
    }
    case "NonceUsed": {
      const { owner, nonce } = event.args;
      const id = `${txHash}-${event.logIndex}`;
      tables.used_nonce.set(id, {
        id,
        book: bookOf(ledger, event),
        owner,
        nonce,
        use: "cancelled",
        txHash,
        usedAt: at,
      });
      return tellOwn(ledger, event, owner);
    }
    case "EpochRaised": {
      const owner = "seller" in event.args ? event.args.seller : event.args.maker;
      const book = bookOf(ledger, event);
      const { epoch } = event.args;
      const before = tables.epoch.get(keyOf(book, owner))?.epoch ?? 0n;
      if (epoch !== before + 1n) return refuse(event, `the epoch before it was ${before}`);
      tables.epoch.set(keyOf(book, owner), { book, owner, epoch, txHash, raisedAt: at });
      return tellOwn(ledger, event, owner);
    }
    case "ApprovalForAll": {
      const { account: owner, operator, approved } = event.args;
      tables.operator_approval.set(keyOf(owner, operator), { owner, operator, approved, txHash, changedAt: at });
      return tellOwn(ledger, event, owner);
    }
    case "ExecutedForwardRequest": {
      const { signer, nonce, success } = event.args;
      const id = `${txHash}-${event.logIndex}`;
      tables.forwarded_call.set(id, { id, signer, nonce, success, txHash, timestamp: at });
      return tellOwn(ledger, event, signer);
    }
  }
}

/** @throws Failure where no nonce was used `back` logs before an event that wants one */
export function explainNonce(
  { tables }: Ledger,
  place: Place,
  back: number,
  use: Rows["used_nonce"]["use"],
  owner?: Address,
): void {
  const row = tables.used_nonce.get(`${place.txHash}-${place.logIndex - back}`);
  if (!row || (owner !== undefined && row.owner !== owner)) return refuse(place, "no nonce was used for it");
  row.use = use;
}

function bookOf({ contracts }: Ledger, event: Place & { emitter: Hex }): Book {
  const books: [Address, Book][] = [
    [contracts.token, "token"],
    [contracts.escrow, "escrow"],
    [contracts.offerBook, "offer_book"],
    [contracts.swap, "swap"],
  ];
  const found = books.find(([address]) => address.toLowerCase() === event.emitter);
  return found?.[1] ?? refuse(event, "the contract keeps no such book");
}

function tellOwn(ledger: Ledger, place: Place, who: Address): void {
  act(ledger, who, place.timestamp);
  addChange(ledger, place, [memberTopic(who)]);
}
