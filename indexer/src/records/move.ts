import { holding, token, transfer } from "ponder:schema";
import { unpackTokenId } from "#domain/token-id.ts";
import { toMinutes } from "#domain/units.ts";
import { zeroAddress, type Address, type Hex } from "viem";
import { countMember } from "./member.ts";
import { payoutOf } from "./payout.ts";
import { logId, placeOf, timeOf, type Db, type LoggedEvent } from "./place.ts";
import { deltaOfMove, type Whereabouts } from "./promise-delta.ts";
import { changePromises } from "./promise-record.ts";

/** How a move is labelled; the schema's `transfer_kind`. */
export type MoveKind = (typeof transfer.$inferSelect)["kind"];

/** Tokens of one id that went from one address to another; the zero address is nowhere. */
export type Move = {
  operator: Address;
  from: Address;
  to: Address;
  tokenId: bigint;
  amount: bigint;
  /** Which of its event's ids this is. */
  position: number;
};

/** The primary key of a move: that of its log, and its position there. */
export function moveId(event: LoggedEvent, { back, position = 0 }: { back: number; position?: number }): string {
  return `${logId(event, back)}-${position}`;
}

/**
 * Books one move: its row, the id's supply, both holdings and the issuer's promise record. A move of nothing is no move;
 * the contract lets it name any number as an id.
 * @param escrow the escrow's address
 */
export async function recordMove(db: Db, event: LoggedEvent, move: Move, escrow: Address): Promise<void> {
  if (move.amount === 0n) return;
  const { issuer, unit } = unpackTokenId(move.tokenId);
  const minutes = toMinutes(move.amount, unit);
  const { tokenId, amount, from, to } = move;

  await db.insert(transfer).values({
    id: moveId(event, { back: 0, position: move.position }),
    kind: firstKind(move, escrow),
    dealId: from === escrow || to === escrow ? await payoutOf(db, event) : null,
    tokenId,
    operator: move.operator,
    from,
    to,
    amount,
    minutes,
    ...placeOf(event),
  });

  const at = timeOf(event);
  const where = (address: Address) => whereabouts(address, escrow);
  if (from === zeroAddress) await changeSupply(db, tokenId, { minted: amount, burned: 0n }, at);
  else await changeHolding(db, tokenId, from, -amount, -minutes);
  if (to === zeroAddress) await changeSupply(db, tokenId, { minted: 0n, burned: amount }, at);
  else await changeHolding(db, tokenId, to, amount, minutes);
  await changePromises(db, issuer, deltaOfMove(where(from), where(to), minutes), at);
  for (const address of [from, to]) if (address !== escrow) await countMember(db, address, at);
}

/** Names a move after what the event that followed it said. */
export async function relabelMove(db: Db, id: string, label: { kind?: MoveKind; dealId?: Hex }): Promise<void> {
  await db.update(transfer, { id }).set(label);
}

/** What a move is as far as it says itself. Every burn is named by the event right after it. */
function firstKind({ from, to }: Move, escrow: Address): MoveKind {
  if (from === zeroAddress) return "mint";
  if (to === zeroAddress) return "lapse";
  if (to === escrow) return "escrow_in";
  return from === escrow ? "escrow_out" : "transfer";
}

function whereabouts(address: Address, escrow: Address): Whereabouts {
  if (address === zeroAddress) return "nothing";
  return address === escrow ? "escrow" : "holder";
}

async function changeSupply(db: Db, id: bigint, delta: { minted: bigint; burned: bigint }, at: number): Promise<void> {
  await db
    .insert(token)
    .values({ id, ...unpackTokenId(id), ...delta, createdAt: at })
    .onConflictDoUpdate((row) => ({ minted: row.minted + delta.minted, burned: row.burned + delta.burned }));
}

async function changeHolding(db: Db, tokenId: bigint, holder: Address, amount: bigint, minutes: number): Promise<void> {
  await db
    .insert(holding)
    .values({ tokenId, holder, amount, minutes })
    .onConflictDoUpdate((row) => ({ amount: row.amount + amount, minutes: row.minutes + minutes }));
}
