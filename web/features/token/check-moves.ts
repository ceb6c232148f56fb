import { type Address, type Hex, parseEventLogs, type PublicClient, type TransactionReceipt } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import type { Verdict } from "#web/features/explorer/verdict.ts";
import type { MoveRow } from "#web/features/token/queries.ts";

/** What both sides must say alike of a move. */
type MoveFacts = Pick<MoveRow, "id" | "txHash" | "tokenId" | "from" | "to" | "amount">;

/**
 * Looks each move up at the node: in its transaction, at its place among the logs.
 * @returns the verdict on each, by its id
 */
export async function checkMoves(
  chain: Pick<PublicClient, "getTransactionReceipt">,
  token: Address,
  moves: readonly MoveFacts[],
): Promise<Record<string, Verdict>> {
  const hashes = [...new Set(moves.map(({ txHash }) => txHash))];
  const receipts = new Map(
    await Promise.all(hashes.map(async (hash) => [hash, await readReceipt(chain, hash)] as const)),
  );
  return Object.fromEntries(
    moves.map((move) => {
      const receipt = receipts.get(move.txHash);
      return [move.id, receipt ? verdictOn(move, movesIn(token, receipt)) : "unanswered"];
    }),
  );
}

function verdictOn(move: MoveFacts, atNode: Map<string, Omit<MoveFacts, "id" | "txHash">>): Verdict {
  const found = atNode.get(move.id);
  const same =
    found?.tokenId === move.tokenId &&
    found.amount === move.amount &&
    found.from.toLowerCase() === move.from &&
    found.to.toLowerCase() === move.to;
  return same ? "equal" : "different";
}

/** Every move of a transaction under the id the index gives it. */
function movesIn(token: Address, { logs, transactionHash }: TransactionReceipt) {
  const events = parseEventLogs({ abi: timeTokenAbi, logs, eventName: ["TransferSingle", "TransferBatch"] });
  return new Map(
    events
      .filter(({ address }) => address.toLowerCase() === token)
      .flatMap(({ eventName, args, logIndex }) => {
        const [ids, values] = eventName === "TransferSingle" ? [[args.id], [args.value]] : [args.ids, args.values];
        return ids.map((tokenId, position) => {
          const { from, to } = args;
          return [
            `${transactionHash}-${logIndex}-${position}`,
            { tokenId, from, to, amount: values[position]! },
          ] as const;
        });
      }),
  );
}

async function readReceipt(
  chain: Pick<PublicClient, "getTransactionReceipt">,
  hash: Hex,
): Promise<TransactionReceipt | null> {
  return chain.getTransactionReceipt({ hash }).catch(() => null);
}
