import type { Hex } from "viem";
import type { ComparedFact } from "#web/features/explorer/side-by-side.tsx";
import type { IndexedTransaction } from "#web/features/explorer/transaction-rows.ts";
import type { TransactionReading } from "#web/features/explorer/transaction-reading.ts";
import type { System } from "#web/lib/system.ts";

/** The escrow's events that are steps of a deal's timeline: all but those about a signer's nonces. */
const NO_STEPS = ["NonceUsed", "EIP712DomainChanged"];

/** A fact, named by its key in the messages. */
export type NamedFact = Omit<ComparedFact, "name">;

/** @returns what the index has of a transaction beside what its receipt at the node says */
export function transactionFacts(
  { sayings, block, timestamp }: Pick<TransactionReading, "sayings" | "block" | "timestamp">,
  indexed: IndexedTransaction,
  { token, escrow, ratingBook, swap }: Pick<System, "token" | "escrow" | "ratingBook" | "swap">,
): NamedFact[] {
  const said = (contract: Hex) => sayings.filter((saying) => saying.contract === contract);
  const moves = said(token).reduce((sum, { event, values }) => sum + movesIn(event, values), 0);
  const steps = said(escrow).filter(({ event }) => !NO_STEPS.includes(event)).length;
  const ratings = said(ratingBook).filter(({ event }) => event === "Rated").length;
  const replies = said(ratingBook).filter(({ event }) => event === "Replied").length;
  const swaps = said(swap).filter(({ event }) => event === "Filled").length;
  const known = moves + steps + ratings + replies > 0;
  return [
    ...(known && moves + steps > 0
      ? [{ key: "block", index: indexed.block, node: block === null ? null : Number(block) }]
      : []),
    ...(known ? [{ key: "time", index: indexed.timestamp, node: timestamp }] : []),
    { key: "moves", index: indexed.moves, node: moves },
    { key: "steps", index: indexed.steps, node: steps },
    { key: "ratings", index: indexed.ratings, node: ratings },
    { key: "replies", index: indexed.replies, node: replies },
    { key: "swaps", index: indexed.swaps, node: swaps },
  ];
}

/** @returns the deals of which somebody published a rating, or replied to one, in a transaction */
export function dealsRatedIn({ sayings }: Pick<TransactionReading, "sayings">): Hex[] {
  return sayings
    .filter(({ event }) => event === "Rated" || event === "Replied")
    .flatMap(({ values }) => values.filter(([name]) => name === "dealId").map(([, value]) => value as Hex));
}

/** The index books no move of nothing. */
function movesIn(event: string, values: [name: string, value: unknown][]): number {
  const arg = (name: string) => values.find(([each]) => each === name)?.[1];
  if (event === "TransferSingle") return arg("value") === 0n ? 0 : 1;
  if (event !== "TransferBatch") return 0;
  return (arg("values") as readonly bigint[]).filter((value) => value !== 0n).length;
}
