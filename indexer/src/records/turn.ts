import { arbiter, arbiterTurn } from "ponder:schema";
import {
  countTurn,
  takeTurnStep,
  type ArbiterTurn,
  type ArbiterTurns,
  type TurnCounts,
  type TurnStep,
} from "#domain/arbiter-turn.ts";
import { isNobody } from "#domain/address.ts";
import type { DealRow } from "./deal.ts";
import { timeOf, type Db, type LoggedEvent } from "./place.ts";
import { addTo } from "./sums.ts";

/** Begins or ends an arbiter's turn, with what silence has ended meanwhile, and brings the arbiters' records up to it. */
export async function recordTurn(db: Db, event: LoggedEvent, deal: DealRow, step: TurnStep): Promise<void> {
  const before = await turnsOf(db, deal);
  if (step.kind === "closed" && before.first === null) return;
  const after = takeTurnStep(before, deal, step, timeOf(event));
  await writeTurn(db, deal, before.first, after.first);
  await writeTurn(db, deal, before.appeal, after.appeal);
}

async function turnsOf(db: Db, { id: dealId, arbiter, appealArbiter, disputedAt }: DealRow): Promise<ArbiterTurns> {
  if (disputedAt === null) return { first: null, appeal: null };
  return {
    first: await db.find(arbiterTurn, { dealId, arbiter }),
    appeal: isNobody(appealArbiter) ? null : await db.find(arbiterTurn, { dealId, arbiter: appealArbiter }),
  };
}

async function writeTurn(
  db: Db,
  { id: dealId }: DealRow,
  before: ArbiterTurn | null,
  after: ArbiterTurn | null,
): Promise<void> {
  if (after === null || after === before) return;
  const row = { ...after, dealId, ruling: after.ruling && [...after.ruling] };
  const { dealId: _, arbiter: address, ...changes } = row;
  await db.insert(arbiterTurn).values(row).onConflictDoUpdate(changes);

  const counts = countTurn(after);
  const counted = before ? countTurn(before) : NO_RECORD;
  await db
    .insert(arbiter)
    .values({ ...counts, address })
    .onConflictDoUpdate((record) => addTo<keyof TurnCounts>(record, differences(counted, counts)));
}

const NO_RECORD: TurnCounts = {
  asked: 0,
  ruled: 0,
  recused: 0,
  silent: 0,
  spared: 0,
  overturned: 0,
  feeMinutes: 0,
};

function differences(before: TurnCounts, after: TurnCounts): TurnCounts {
  const columns = Object.keys(after) as (keyof TurnCounts)[];
  return Object.fromEntries(columns.map((column) => [column, after[column] - before[column]])) as TurnCounts;
}
