import { isNobody } from "#domain/address.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import type { ChainEvent, EventNamed } from "../events.ts";
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
      explainBurn(ledger, event, event.args);
      return addChange(ledger, event, [tokenTopic(id), memberTopic(holder), memberTopic(unpackTokenId(id).issuer)]);
    }
    case "Converted":
      explainReplacement(ledger, event, "convert", event.args);
      return tellReplacement(ledger, event);
    case "Renewed":
      explainReplacement(ledger, event, "renew", { ...event.args, newAmount: event.args.amount });
      return tellReplacement(ledger, event);
  }
}

function replayMoves(ledger: Ledger, event: ChainEvent, moves: readonly Move[]): void {
  bookMoves(ledger, event, moves);
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
