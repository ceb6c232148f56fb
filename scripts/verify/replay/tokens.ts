import { isNobody } from "#domain/address.ts";
import { hasLapsed, unpackTokenId } from "#domain/token-id.ts";
import type { ChainEvent, EventNamed } from "../events.ts";
import { act } from "./acts.ts";
import { explainNonce } from "./consents.ts";
import type { Ledger } from "./ledger.ts";
import { bookMoves, explainBurn, explainReplacement, type Move } from "./moves.ts";
import { addChange, memberTopic, tokenTopic } from "./timeline.ts";

/** Replays an event of the token; others are none of its business. */
export function replayToken(ledger: Ledger, event: ChainEvent): void {
  switch (event.eventName) {
    case "TransferSingle": {
      const { value, ...move } = event.args;
      return replayMoves(ledger, event, [{ ...move, amount: value }]);
    }
    case "TransferBatch": {
      const { ids, values, ...sides } = event.args;
      return replayMoves(
        ledger,
        event,
        ids.map((id, at) => ({ ...sides, id, amount: values[at] ?? 0n })),
      );
    }
    case "Burned": {
      const { holder, id } = event.args;
      const kind = explainBurn(ledger, event, event.args);
      if (kind === "forgive" || kind === "withdraw") act(ledger, holder, event.timestamp);
      return addChange(ledger, event, [tokenTopic(id), memberTopic(holder), memberTopic(unpackTokenId(id).issuer)]);
    }
    case "Converted":
      explainReplacement(ledger, event, "convert", event.args);
      act(ledger, event.args.holder, event.timestamp);
      return tellReplacement(ledger, event);
    case "Renewed": {
      const { holder, id } = event.args;
      const { issuer } = unpackTokenId(id);
      const needsConsent = holder !== issuer && !hasLapsed(id, event.timestamp);
      if (needsConsent) explainNonce(ledger, event, 3, "renewal", holder);
      act(ledger, issuer, event.timestamp);
      explainReplacement(ledger, event, "renew", { ...event.args, newAmount: event.args.amount });
      return tellReplacement(ledger, event);
    }
  }
}

function replayMoves(ledger: Ledger, event: ChainEvent, moves: readonly Move[]): void {
  bookMoves(ledger, event, moves);
  const real = moves.find(({ amount }) => amount > 0n);
  if (real && !isNobody(real.to) && real.from !== ledger.escrow) {
    act(ledger, isNobody(real.from) ? unpackTokenId(real.id).issuer : real.from, event.timestamp);
  }
  const topics = moves.flatMap(({ id, from, to }) => [
    tokenTopic(id),
    ...[from, to].filter((side) => !isNobody(side)).map(memberTopic),
  ]);
  addChange(ledger, event, topics);
}

function tellReplacement(ledger: Ledger, event: EventNamed<"Converted" | "Renewed">): void {
  const { holder, id, newId } = event.args;
  const { issuer } = unpackTokenId(newId);
  addChange(ledger, event, [tokenTopic(id), tokenTopic(newId), memberTopic(holder), memberTopic(issuer)]);
}
