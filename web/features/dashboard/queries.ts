import { and, eq, ne, notInArray, or, sql, sum } from "drizzle-orm";
import type { Address } from "viem";
import { unpackTokenId } from "#domain/token-id.ts";
import { deal, transfer } from "#indexer/ponder.schema.ts";
import type { Database } from "#web/db/client.ts";
import { readCoverage } from "#web/features/coverage/queries.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { listDeals } from "#web/features/deal/queries.ts";
import {
  type BalanceMove,
  type BalancePoint,
  stillThere,
  traceBalance,
} from "#web/features/dashboard/balance-history.ts";
import { nextSteps } from "#web/features/dashboard/next-steps.ts";
import { readMatches } from "#web/features/matching/queries.ts";
import { readProfile } from "#web/features/member/queries.ts";
import { listProposals } from "#web/features/proposal/queries.ts";
import { listRings } from "#web/features/ring/queries.ts";
import { creditOf } from "#web/features/token/credit.ts";
import { type HoldingView, viewHoldings } from "#web/features/token/holding-view.ts";
import { listHoldings, listMoves, listOutstanding, readPromiseRecord } from "#web/features/token/queries.ts";
import { toSeconds } from "#web/lib/clock.ts";

const RECENT_MOVES = 6;
const BEST_MATCHES = 3;

/** Everything a member's first page shows. */
export type Dashboard = Awaited<ReturnType<typeof readDashboard>>;

/** Gathers what `who` holds, promised, waits for and did lately. */
export async function readDashboard(db: Database, who: Address, at: Date) {
  const now = toSeconds(at);
  const [profile, rows, record, outstanding, deals, proposals, recent, comingMinutes, coverage, matches, rings] =
    await Promise.all([
      readProfile(db, who),
      listHoldings(db, who),
      readPromiseRecord(db, who),
      listOutstanding(db, who),
      listDeals(db, who),
      listProposals(db, who, at),
      listMoves(db, { member: who }, 1, RECENT_MOVES),
      readComingMinutes(db, who),
      readCoverage(db, who, at),
      readMatches(db, who, at),
      listRings(db, who),
    ]);
  const holdings = viewHoldings(rows, now);
  const steps = nextSteps(who, deals, proposals, now);
  const [people, history] = await Promise.all([
    readPeople(db, [who, ...steps.map(({ other }) => other), ...recent.moves.flatMap(({ from, to }) => [from, to])]),
    readHistory(db, who, holdings, now),
  ]);
  return {
    who,
    name: profile?.displayName ?? null,
    holdings,
    record,
    credit: creditOf(record, now),
    holders: new Set(outstanding.map(({ holder }) => holder)),
    steps,
    people,
    moves: recent.moves,
    comingMinutes,
    coverage,
    matches: [...matches.requests, ...matches.offers]
      .toSorted((a, b) => b.match.rank - a.match.rank)
      .slice(0, BEST_MATCHES),
    rings: rings.filter(({ seats }) => seats[0]?.answer === null).length,
    history,
    now,
  };
}

/** Minutes in escrow that are the seller's if all goes well. */
async function readComingMinutes(db: Database, seller: Address): Promise<number> {
  const [row] = await db
    .select({ minutes: sum(deal.minutes) })
    .from(deal)
    .where(and(eq(deal.seller, seller), notInArray(deal.status, ["closed", "voided"])));
  return Number(row?.minutes ?? 0);
}

async function readHistory(
  db: Database,
  who: Address,
  holdings: readonly HoldingView[],
  now: number,
): Promise<BalancePoint[]> {
  const [moves, cleared] = await Promise.all([
    db
      .select({
        at: transfer.timestamp,
        minutes:
          sql<number>`sum(case when ${transfer.to} = ${who} then ${transfer.minutes} else -${transfer.minutes} end)`.mapWith(
            Number,
          ),
      })
      .from(transfer)
      .where(
        and(
          or(eq(transfer.from, who), eq(transfer.to, who)),
          ne(transfer.from, transfer.to),
          ne(transfer.kind, "lapse"),
        ),
      )
      .groupBy(transfer.timestamp)
      .orderBy(transfer.timestamp),
    db
      .select({ tokenId: transfer.tokenId, minutes: transfer.minutes })
      .from(transfer)
      .where(and(eq(transfer.from, who), eq(transfer.kind, "lapse"))),
  ]);
  const lapsed = cleared.map(({ tokenId, minutes }) => ({ expiry: unpackTokenId(tokenId).expiry, minutes }));
  return traceBalance(moves satisfies BalanceMove[], [...lapsed, ...stillThere(holdings)], now);
}
