import { drawKey } from "#web/lib/key-ring.ts";
import { countByKey, resealEmails } from "#web/features/email/reseal.ts";
import { connect } from "#web/db/client.ts";
import { env } from "#web/lib/env.ts";
import { Failure, reportFailure } from "./failure.ts";

/** `npm run keys -- new` draws a key; `npm run keys -- rotate` encrypts everything under the newest of ENCRYPTION_KEYS. */
async function run(act: string | undefined): Promise<void> {
  if (act === "new") return console.log(drawKey());
  if (act !== "rotate") throw new Failure("Say what to do: npm run keys -- new, or npm run keys -- rotate.");
  const { DATABASE_URL, ENCRYPTION_KEYS: ring } = env();
  if (!ring) throw new Failure("There is no key to encrypt under: ENCRYPTION_KEYS is not set.");
  const { db, pool } = connect(DATABASE_URL);
  try {
    console.log(`${await resealEmails(db, ring)} values were encrypted anew under key ${ring.newest}.`);
    for (const [id, count] of await countByKey(db, ring)) {
      const kept = id === ring.newest || count > 0;
      console.log(
        `key ${id}: ${count} values${kept ? "" : "; once the mails that wait are sent, it can leave the ring"}`,
      );
    }
  } finally {
    await pool.end();
  }
}

await run(process.argv[2]).catch((error: unknown) => reportFailure("keys", error));
