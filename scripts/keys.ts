import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { connect } from "#web/db/client.ts";
import { countByKey, resealEmails } from "#web/features/email/reseal.ts";
import { env } from "#web/lib/env.ts";
import { drawKey, type KeyRing, KeyRingError } from "#web/lib/key-ring.ts";
import { Failure, reportFailure } from "./failure.ts";

/** Postgres's word for a table that is not there. */
const UNDEFINED_TABLE = "42P01";

/** `npm run keys -- new` draws a key; `npm run keys -- rotate` encrypts everything under the newest of ENCRYPTION_KEYS. */
async function run([act, ...more]: readonly string[]): Promise<void> {
  if (more.length > 0 || (act !== "new" && act !== "rotate"))
    throw new Failure("Say what to do: npm run keys -- new, or npm run keys -- rotate.");
  if (act === "new") return console.log(drawKey());
  const { databaseUrl, ring } = settings();
  const { db, pool } = connect(databaseUrl);
  try {
    await rotate(db, ring);
  } catch (cause) {
    throw asFailure(cause);
  } finally {
    await pool.end();
  }
}

function settings(): { databaseUrl: string; ring: KeyRing } {
  try {
    const { DATABASE_URL, ENCRYPTION_KEYS } = env();
    if (!ENCRYPTION_KEYS) throw new Failure("There is no key to encrypt under: ENCRYPTION_KEYS is not set.");
    return { databaseUrl: DATABASE_URL, ring: ENCRYPTION_KEYS };
  } catch (cause) {
    throw cause instanceof Error && !(cause instanceof Failure) ? new Failure(cause.message, { cause }) : cause;
  }
}

async function rotate(db: NodePgDatabase, ring: KeyRing): Promise<void> {
  const lost = [...(await countByKey(db, ring))].filter(([id]) => !ring.keys.has(id));
  if (lost.length > 0)
    throw new Failure(
      `ENCRYPTION_KEYS lacks ${lost.map(([id, count]) => `key ${id}, which ${count} values are under`).join("; ")}.`,
    );
  console.log(`${await resealEmails(db, ring)} values were encrypted anew under key ${ring.newest}.`);
  for (const [id, count] of await countByKey(db, ring)) {
    const kept = id === ring.newest || count > 0;
    console.log(
      `key ${id}: ${count} values${kept ? "" : "; once the mails that wait are sent, it can leave the ring"}`,
    );
  }
}

/** What a person can mend, in one sentence. */
function asFailure(error: unknown): unknown {
  if (error instanceof Failure) return error;
  if (error instanceof KeyRingError)
    return new Failure(`A value cannot be read: ${error.message}. What was encrypted anew stays.`, { cause: error });
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, message } = cause as { code?: string; message?: string };
  if (code === UNDEFINED_TABLE)
    return new Failure("The database at DATABASE_URL has no e-mail addresses: web was never started on it.", {
      cause: error,
    });
  return new Failure(`The database at DATABASE_URL cannot be used (${message || code}).`, { cause: error });
}

await run(process.argv.slice(2)).catch((error: unknown) => reportFailure("keys", error));
