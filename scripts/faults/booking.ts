import { eq, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { toHex, type Address } from "viem";
import { DEFAULT_AVAILABILITY } from "#domain/availability.ts";
import { HOLD_SECONDS } from "#domain/booking.ts";
import { head } from "#indexer/ponder.schema.ts";
import { connect } from "#web/db/client.ts";
import { migrate } from "#web/db/migrate.ts";
import { booking } from "#web/db/schema/booking.ts";
import { listing } from "#web/db/schema/listing.ts";
import { proposal } from "#web/db/schema/proposal.ts";
import { saveAvailability } from "#web/features/availability/operations.ts";
import { reconcileBookings } from "#web/features/booking/reconcile.ts";
import type { ExchangeContext } from "#web/features/exchange/context.ts";
import { propose } from "#web/features/proposal/agree.ts";
import { addSeconds, toSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";
import { createChainTables } from "../postgres/chain-tables.ts";
import { ensureDatabase } from "../postgres/database.ts";
import { removePostgresData, startPostgres } from "../postgres/server.ts";
import { createFamily } from "../processes/family.ts";
import type { Counts } from "../test-parts/part.ts";
import type { FaultOptions } from "./main.ts";

const ROUNDS = 200;
const CLIENTS = 50;
/** Copies of web, each with a pool of its own. */
const COPIES = 5;
/** In every so-manieth round connections are cut while it runs. */
const CUT_EVERY = 4;
const CUTS = 6;
const DAY = 86_400;

const NOW = new Date("2026-11-22T12:00:00Z");
const SELLER = addressOf(1);
const ARBITER = addressOf(2);

type World = { copies: ExchangeContext[]; db: NodePgDatabase; offer: string };

/** Fifty clients want the same slot of one seller, again and again: one has it each time, and no hold is left alone. */
export async function run({ short }: FaultOptions): Promise<Counts> {
  const counts = { passed: 0, failed: 0 };
  const tell = (holds: boolean, sentence: string) => {
    if (holds) counts.passed += 1;
    else counts.failed += 1;
    if (!holds || !sentence.startsWith("round")) console.log(`${holds ? "✔" : "✘"} ${sentence}`);
  };
  await withWorld(async (world) => {
    const rounds = short ? ROUNDS / 20 : ROUNDS;
    for (let round = 0; round < rounds; round += 1) {
      const problem = await contest(world, round);
      tell(problem === null, `round ${round + 1}: ${problem ?? "one has the slot"}`);
    }
    console.log(`${rounds} rounds of ${CLIENTS} clients, connections cut in every ${CUT_EVERY}th`);
    for (const [holds, sentence] of await settle(world, rounds)) tell(holds, sentence);
  });
  return counts;
}

/** @returns what is wrong after one round; null where exactly one client has the slot and nothing else is left */
async function contest({ copies, db, offer }: World, round: number): Promise<string | null> {
  const start = startOf(round);
  const cut = round % CUT_EVERY === CUT_EVERY - 1;
  const attempts = Array.from({ length: CLIENTS }, (_, client) => {
    const context = copies[client % COPIES];
    if (!context) throw new Error("There is no such copy");
    return propose(context, addressOf(100 + client), { listingId: offer, ...wishFor(start) }, NOW);
  });
  const cutting = cut ? cutConnections(db, round) : Promise.resolve();
  const results = await Promise.allSettled(attempts);
  await cutting;
  const won = results.filter(({ status }) => status === "fulfilled").length;
  const broken = results.filter((result) => result.status === "rejected" && !isRefusal(result.reason)).length;
  const held = await db
    .select({ id: booking.id })
    .from(booking)
    .where(eq(booking.startsAt, new Date(start * 1000)));
  if (!cut && broken > 0) return `${broken} clients were neither served nor refused`;
  // A client cut off may have won without hearing of it, or all may have been cut off before anybody won.
  if (cut ? won > held.length || held.length > 1 : won !== 1 || held.length !== 1)
    return `${won} clients were told they have it, ${held.length} do`;
  return null;
}

/** What must be true of everything together, and a quarter of an hour later. */
async function settle({ db }: World, rounds: number): Promise<[boolean, string][]> {
  const { rows } = await db.execute<{ overlapping: number; orphans: number; idle: number; held: number }>(sql`
    select
      (select count(*)::int from app.booking a join app.booking b on a.id < b.id and a.seller = b.seller
        and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)) as overlapping,
      (select count(*)::int from app.booking b left join app.proposal p on p.id = b.proposal_id where p.id is null) as orphans,
      (select count(*)::int from app.proposal p left join app.booking b on p.id = b.proposal_id where b.id is null) as idle,
      (select count(*)::int from app.booking where state = 'held') as held`);
  const { overlapping = -1, orphans = -1, idle = -1, held = -1 } = rows[0] ?? {};
  const later = addSeconds(NOW, HOLD_SECONDS + 1);
  const first = await Promise.all(Array.from({ length: COPIES }, () => reconcileBookings(db, later)));
  const again = await reconcileBookings(db, later);
  const left = await db.select({ id: booking.id }).from(booking).where(eq(booking.state, "held"));
  const sequences = await db.selectDistinct({ sequence: booking.sequence }).from(booking);
  const freed = first.reduce((sum, count) => sum + count, 0);
  return [
    [overlapping === 0, `${overlapping} of ${held} holds overlap`],
    [orphans === 0 && idle === 0, `${orphans} holds without a proposal, ${idle} proposals without a hold`],
    [held >= rounds * (1 - 1 / CUT_EVERY), `${held} slots were held in ${rounds} rounds`],
    [
      freed === held && left.length === 0,
      `${freed} holds were freed by ${COPIES} copies at once, ${left.length} are left`,
    ],
    [again === 0 && sequences.length === 1, `each once: ${again} changed when asked again`],
  ];
}

/** Ends some of the connections that are working, as a crash of their web servers would. */
async function cutConnections(db: NodePgDatabase, round: number): Promise<void> {
  const random = mulberry32(round);
  for (let cut = 0; cut < CUTS; cut += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5 + random() * 40));
    await db.execute(sql`
      select pg_terminate_backend(pid) from (
        select pid from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
        order by pid limit 1 offset ${Math.floor(random() * 8)}) as chosen`);
  }
}

async function withWorld(work: (world: World) => Promise<void>): Promise<void> {
  const name = `faults-booking-${process.pid}`;
  const family = createFamily(() => undefined);
  const server = await startPostgres(family, { name, durable: true });
  const url = server.url("booking");
  await ensureDatabase(url);
  await migrate(url);
  const connections = Array.from({ length: COPIES + 1 }, () => connect(url));
  try {
    const [{ db } = connect(url), ...others] = connections;
    await createChainTables(db);
    await work({ db, offer: await settleIn(db), copies: others.map((other) => contextOf(other.db)) });
  } finally {
    await Promise.all(connections.map(({ pool }) => pool.end()));
    await family.end();
    await removePostgresData(name);
  }
}

/** A seller who is there day and night, with an offer. @returns the offer's id */
async function settleIn(db: NodePgDatabase): Promise<string> {
  const hash = toHex(1, { size: 32 });
  await db.insert(head).values({ chainId: 31337, block: 1, hash, parentHash: hash, timestamp: toSeconds(NOW) });
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1_440 }));
  const hours = { ...DEFAULT_AVAILABILITY, timeZone: "UTC", weekly, exceptions: [], bufferMinutes: 0 };
  await saveAvailability(db, SELLER, hours, NOW);
  const offer = { owner: SELLER, kind: "offer", title: "An hour", category: "home", priceMinutes: 60 } as const;
  const [row] = await db
    .insert(listing)
    .values({ ...offer, language: "en", status: "published" })
    .returning({ id: listing.id });
  await db.delete(proposal);
  return row?.id ?? "";
}

function contextOf(db: NodePgDatabase): ExchangeContext {
  const contract = (index: number) => addressOf(10 + index);
  return {
    db,
    chain: { getCode: () => Promise.resolve(undefined), call: () => Promise.reject(new Error("no chain")) },
    system: {
      chainId: 31337,
      escrow: contract(1),
      token: contract(2),
      forwarder: contract(3),
      offerBook: contract(4),
      ratingBook: contract(5),
      arbiterRegistry: contract(6),
      swap: contract(7),
    },
  };
}

function wishFor(start: number) {
  return {
    minutes: 60,
    deliverFrom: start,
    deliverBy: start + 2 * DAY,
    brief: "An hour",
    note: "",
    agreement: {
      arbiter: ARBITER,
      appealArbiter: null,
      acceptBy: Math.min(start, toSeconds(NOW) + DAY),
      reviewWindow: 3 * DAY,
      rulingWindow: 5 * DAY,
      appealWindow: 3 * DAY,
      arbiterFeeBps: 500,
      silenceSellerBps: 5_000,
      payment: { kind: "promise" as const, expiry: 0 },
    },
  };
}

/** Each round has an hour of its own, half an hour beside the next. */
function startOf(round: number): number {
  return toSeconds(NOW) + DAY + round * 5_400;
}

function isRefusal(reason: unknown): boolean {
  return reason instanceof AppError && reason.code === "slot_taken";
}

function addressOf(number: number): Address {
  return toHex(number, { size: 20 });
}

/** Numbers in [0, 1) that are the same in every run. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
