import type { Address, Hex } from "viem";
import { isNobody } from "#domain/address.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { minutesPer, toMinutes } from "#domain/units.ts";
import { keyOf, type MoveKind, type Place, type TransferRow } from "../rows.ts";
import { refuse, see, type Ledger } from "./ledger.ts";

/** What a transfer event says of one of its ids. */
export type Move = { operator: Address; from: Address; to: Address; id: bigint; amount: bigint };

/**
 * Books the moves of one transfer event: their rows, the supply and what each side holds. A move of nothing is none.
 * @throws Failure where somebody gives more than they have
 */
export function bookMoves(ledger: Ledger, place: Place, moves: readonly Move[]): void {
  for (const [position, move] of moves.entries()) if (move.amount > 0n) bookMove(ledger, place, move, position);
}

function bookMove(ledger: Ledger, place: Place, { id: tokenId, ...move }: Move, position: number): void {
  const { operator, from, to, amount } = move;
  const inEscrow = from === ledger.escrow || to === ledger.escrow;
  const row: TransferRow = {
    id: `${place.txHash}-${place.logIndex}-${position}`,
    kind: plainKind(ledger, from, to),
    tokenId,
    operator,
    from,
    to,
    amount,
    minutes: toMinutes(amount, unpackTokenId(tokenId).unit),
    dealId: inEscrow ? (ledger.tables.payout.get(place.txHash)?.dealId ?? null) : null,
    block: place.block,
    logIndex: place.logIndex,
    txHash: place.txHash,
    timestamp: place.timestamp,
  };
  ledger.tables.transfer.set(row.id, row);
  ledger.recent.push(row);
  if (isNobody(to)) ledger.unexplained += 1;
  changeSupply(ledger, place, row);
  changeHolding(ledger, place, from, row, -amount);
  changeHolding(ledger, place, to, row, amount);
  for (const side of [from, to]) if (side !== ledger.escrow) see(ledger, side, place.timestamp);
}

/** A burn stays a lapse until the event after it says what it was; that event must come. */
function plainKind({ escrow }: Ledger, from: Address, to: Address): MoveKind {
  if (isNobody(from)) return "mint";
  if (isNobody(to)) return "lapse";
  if (to === escrow) return "escrow_in";
  return from === escrow ? "escrow_out" : "transfer";
}

function changeSupply({ tables }: Ledger, place: Place, { tokenId, from, to, amount }: TransferRow): void {
  if (!isNobody(from) && !isNobody(to)) return;
  const key = keyOf(tokenId);
  const token = tables.token.get(key) ?? {
    id: tokenId,
    ...unpackTokenId(tokenId),
    minted: 0n,
    burned: 0n,
    createdAt: place.timestamp,
  };
  if (isNobody(from)) token.minted += amount;
  else token.burned += amount;
  tables.token.set(key, token);
}

function changeHolding({ tables }: Ledger, place: Place, holder: Address, { tokenId }: TransferRow, by: bigint): void {
  if (isNobody(holder)) return;
  const key = keyOf(tokenId, holder);
  const holding = tables.holding.get(key) ?? { tokenId, holder, amount: 0n, minutes: 0 };
  holding.amount += by;
  if (holding.amount < 0n) refuse(place, `${holder} gives more of ${tokenId} than was ever got`);
  holding.minutes = Number(holding.amount) * minutesPer(unpackTokenId(tokenId).unit);
  tables.holding.set(key, holding);
}

/** Why a burn was, in the order of the contract's `BurnReason`. */
const REASONS = ["redeem", "forgive", "withdraw", "lapse"] as const satisfies readonly MoveKind[];

/**
 * @returns why it was burned
 * @throws Failure where the move right before was not this burn
 */
export function explainBurn(
  ledger: Ledger,
  place: Place,
  burn: { holder: Address; id: bigint; amount: bigint; reason: number },
): MoveKind {
  const move = ledger.recent.at(-1);
  const kind = REASONS[burn.reason];
  if (!move || !isNobody(move.to) || !isSame(move, burn.holder, burn.id, burn.amount) || !kind)
    return refuse(place, "no such burn came before it");
  move.kind = kind;
  ledger.unexplained -= 1;
  return kind;
}

/** @throws Failure where the two moves right before were not this holder's exchange of one id for another */
export function explainReplacement(
  ledger: Ledger,
  place: Place,
  kind: "convert" | "renew",
  given: { holder: Address; id: bigint; amount: bigint; newId: bigint; newAmount: bigint },
): void {
  const [out, into] = ledger.recent.slice(-2);
  const fits =
    out !== undefined &&
    into !== undefined &&
    isNobody(out.to) &&
    isNobody(into.from) &&
    isSame(out, given.holder, given.id, given.amount) &&
    into.to === given.holder &&
    into.tokenId === given.newId &&
    into.amount === given.newAmount &&
    out.minutes === into.minutes;
  if (!fits) return refuse(place, "no such exchange came before it");
  out.kind = `${kind}_out`;
  into.kind = `${kind}_in`;
  ledger.unexplained -= 1;
}

function isSame(move: TransferRow, from: Address, id: bigint, amount: bigint): boolean {
  return move.from === from && move.tokenId === id && move.amount === amount;
}

/** @throws Failure where what the escrow got right before is not the payment of the deal that opens */
export function explainPayment(
  ledger: Ledger,
  place: Place,
  dealId: Hex,
  { ids, amounts }: { ids: readonly bigint[]; amounts: readonly bigint[] },
): void {
  const moves = ledger.recent.slice(-ids.length);
  const fits = ids.every((id, at) => {
    const move = moves[at];
    return move?.to === ledger.escrow && move.tokenId === id && move.amount === amounts[at];
  });
  if (!fits) refuse(place, "no such payment came before it");
  for (const move of moves) move.dealId = dealId;
}
