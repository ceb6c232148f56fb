import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { connect } from "#web/db/client.ts";
import { bucketOf, photosGoTo } from "#web/features/photo/choose-store.ts";
import { CopyDiffersError, type MoveProgress, movePhotos } from "#web/features/photo/move-photos.ts";
import { type PhotoShelf, postgresStore } from "#web/features/photo/photo-store.ts";
import { env, type Env } from "#web/lib/env.ts";
import { Failure, reasonOf, reportFailure } from "./failure.ts";

/** Postgres's word for a table that is not there. */
const UNDEFINED_TABLE = "42P01";

/** How often the command says how far it has come. */
const TELL_EVERY_MS = 1_000;

/** As many ids as one wants to read in a sentence. */
const NAMED_AT_MOST = 5;

const PLACES = { postgres: "in Postgres", s3: "in the bucket" } as const;
type Place = keyof typeof PLACES;

/** `npm run photos -- move --to s3` (or `postgres`) moves every picture to where new ones go. */
async function run(args: readonly string[]): Promise<void> {
  const to = readTarget(args);
  const settings = readSettings();
  const bucket = bucketOf(settings);
  if (!bucket) throw new Failure("There is no bucket to move to or from: S3_ENDPOINT is not set.");
  if (photosGoTo(settings) !== to)
    throw new Failure(
      `New photos still go elsewhere: set PHOTO_STORE=${to}, start web and worker anew, then run this again.`,
    );
  const { db, pool } = connect(settings.DATABASE_URL);
  try {
    const postgres = postgresStore(db);
    await db.execute("select 1 from app.photo limit 1").catch(failAs(describeDatabase));
    await tryOut(bucket).catch(failAs(describeBucket));
    const stores = to === "s3" ? { from: postgres, to: bucket } : { from: bucket, to: postgres };
    conclude(to, await movePhotos(db, stores, tellNowAndThen(to)).catch(failAs(describeStop)));
  } finally {
    await pool.end();
  }
}

function readTarget(args: readonly string[]): Place {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { to: { type: "string" } },
      allowPositionals: true,
    });
    if (positionals.join() === "move" && (values.to === "s3" || values.to === "postgres")) return values.to;
  } catch {
    // What else stands there is as wrong as nothing.
  }
  throw new Failure("Say where to: npm run photos -- move --to s3, or npm run photos -- move --to postgres.");
}

function readSettings(): Env {
  try {
    return env();
  } catch (cause) {
    throw new Failure(reasonOf(cause), { cause });
  }
}

/** A picture of nobody's is put there, read and removed, so that a wrong setting is told before anything is moved. */
async function tryOut(bucket: PhotoShelf): Promise<void> {
  const [id, bytes] = [randomUUID(), new TextEncoder().encode("a trial")];
  await bucket.put(id, { card: bytes, full: bytes });
  const read = await bucket.get(id, "full");
  await bucket.remove(id);
  if (!read || Buffer.compare(read, bytes) !== 0) throw new Error("what was written to it was read differently");
}

function tellNowAndThen(to: Place): (progress: MoveProgress) => void {
  let told = Date.now();
  return ({ all, moved, there }) => {
    if (Date.now() - told < TELL_EVERY_MS) return;
    told = Date.now();
    console.log(`${moved + there} of ${all} photos are ${PLACES[to]}`);
  };
}

function conclude(to: Place, { moved, there, lost }: MoveProgress): void {
  console.log(`${moved} photos were moved, ${there} were ${PLACES[to]} already.`);
  if (lost.length === 0) return;
  const named = lost.slice(0, NAMED_AT_MOST).join(", ");
  throw new Failure(
    `${lost.length} photos are neither in Postgres nor in the bucket, and were not before: ${named}` +
      `${lost.length > NAMED_AT_MOST ? ", …" : ""}. Is S3_BUCKET the bucket they were put in?`,
  );
}

/** What a person can mend, in one sentence. */
const failAs = (describe: (error: unknown) => string) => (cause: unknown) => {
  throw new Failure(describe(cause), { cause });
};

function describeDatabase(error: unknown): string {
  const cause = causeOf(error);
  return (cause as { code?: string }).code === UNDEFINED_TABLE
    ? "The database at DATABASE_URL has no photos: web was never started on it."
    : `The database at DATABASE_URL cannot be used (${reasonOf(cause)}).`;
}

function describeBucket(error: unknown): string {
  return `The bucket S3_BUCKET at S3_ENDPOINT cannot be used (${reasonOf(causeOf(error))}).`;
}

function describeStop(error: unknown): string {
  const reason = error instanceof CopyDiffersError ? error.message : reasonOf(causeOf(error));
  return `It stopped: ${reason}. Every photo is where it was or where it goes; run it again to go on.`;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? causeOf(error.cause) : error;
}

await run(process.argv.slice(2)).catch((error: unknown) => reportFailure("photos", error));
