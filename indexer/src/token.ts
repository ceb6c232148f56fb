import { ponder, type Context } from "ponder:registry";
import { isNobody } from "#domain/address.ts";
import { hasLapsed, minutesPerToken, unpackTokenId } from "#domain/token-id.ts";
import type { Address } from "viem";
import { memberTopic, tokenTopic } from "../topics.ts";
import { recordChange } from "./records/change.ts";
import { recordAct } from "./records/community-day.ts";
import { moveId, recordMove, relabelMove, type Move, type MoveKind } from "./records/move.ts";
import { explainNonce } from "./records/nonce.ts";
import { timeOf, type Db, type LoggedEvent } from "./records/place.ts";
import type { PromiseColumn } from "./records/promise-delta.ts";
import { changePromises } from "./records/promise-record.ts";

ponder.on("TimeToken:TransferSingle", async ({ event, context }) => {
  const { operator, from, to, id, value } = event.args;
  await recordMoves(context, event, [{ operator, from, to, tokenId: id, amount: value, position: 0 }]);
});

ponder.on("TimeToken:TransferBatch", async ({ event, context }) => {
  const { operator, from, to, ids, values } = event.args;
  const moves = ids.map((tokenId, position) => {
    const amount = values[position] ?? 0n;
    return { operator, from, to, tokenId, amount, position };
  });
  await recordMoves(context, event, moves);
});

/** Why a burn was, in the order of the contract's `BurnReason`, and whether its holder chose it. */
const BURNS: readonly { kind: MoveKind; column: PromiseColumn; isAct: boolean }[] = [
  { kind: "redeem", column: "redeemedMinutes", isAct: false },
  { kind: "forgive", column: "forgivenMinutes", isAct: true },
  { kind: "withdraw", column: "withdrawnMinutes", isAct: true },
  { kind: "lapse", column: "lapsedMinutes", isAct: false },
];

ponder.on("TimeToken:Burned", async ({ event, context: { db } }) => {
  const { holder, id, amount, reason } = event.args;
  const burn = BURNS[reason];
  if (!burn) throw new Error(`Unknown burn reason ${reason}`);
  await relabelMove(db, moveId(event, { back: 1 }), { kind: burn.kind });
  if (burn.isAct) await recordAct(db, holder, timeOf(event));
  await changePromises(db, unpackTokenId(id).issuer, { [burn.column]: minutesOf(id, amount) }, timeOf(event));
  await recordChange(db, event, [tokenTopic(id), memberTopic(holder), memberTopic(unpackTokenId(id).issuer)]);
});

ponder.on("TimeToken:Converted", async ({ event, context: { db } }) => {
  const { holder, id, newId, newAmount } = event.args;
  await recordAct(db, holder, timeOf(event));
  await recordReplacement(db, event, { holder, id, newId, newAmount, out: "convert_out", in: "convert_in" });
});

ponder.on("TimeToken:Renewed", async ({ event, context: { db } }) => {
  const { holder, id, newId, amount } = event.args;
  const { issuer } = unpackTokenId(id);
  await recordAct(db, issuer, timeOf(event));
  // Only a running promise of somebody else's wants the holder's signature; its nonce is used before the two moves.
  if (holder !== issuer && !hasLapsed(id, timeOf(event))) await explainNonce(db, event, 3, "renewal");
  await recordReplacement(db, event, { holder, id, newId, newAmount: amount, out: "renew_out", in: "renew_in" });
});

async function recordMoves({ db, contracts }: Context, event: LoggedEvent, moves: Move[]): Promise<void> {
  const escrow = contracts.TimeEscrow.address;
  for (const move of moves) await recordMove(db, event, move, escrow);
  const giver = giverOf(moves, escrow);
  if (giver) await recordAct(db, giver, timeOf(event));
  const topics = moves.flatMap(({ from, to, tokenId }) => [
    tokenTopic(tokenId),
    ...[from, to].filter((address) => !isNobody(address)).map(memberTopic),
  ]);
  await recordChange(db, event, topics);
}

/** Who promised or gave; what the escrow pays out nobody gives, and of a burn the event after it tells. */
function giverOf(moves: readonly Move[], escrow: Address): Address | null {
  const move = moves.find(({ amount }) => amount > 0n);
  if (!move || isNobody(move.to) || move.from === escrow) return null;
  return isNobody(move.from) ? unpackTokenId(move.tokenId).issuer : move.from;
}

/** One promise took another's place: two moves, of which the second was no new promise. */
async function recordReplacement(
  db: Db,
  event: LoggedEvent,
  replaced: { holder: Address; id: bigint; newId: bigint; newAmount: bigint; out: MoveKind; in: MoveKind },
): Promise<void> {
  const { holder, id, newId, newAmount } = replaced;
  await relabelMove(db, moveId(event, { back: 2 }), { kind: replaced.out });
  await relabelMove(db, moveId(event, { back: 1 }), { kind: replaced.in });
  const { issuer } = unpackTokenId(newId);
  await changePromises(db, issuer, { mintedMinutes: -minutesOf(newId, newAmount) }, timeOf(event));
  await recordChange(db, event, [tokenTopic(id), tokenTopic(newId), memberTopic(holder), memberTopic(issuer)]);
}

function minutesOf(tokenId: bigint, amount: bigint): number {
  return Number(amount) * minutesPerToken(tokenId);
}
