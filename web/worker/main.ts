import { Logger, run } from "graphile-worker";
import pino from "pino";
import { INDEX_CHANNEL, LISTING_CHANNEL } from "#web/db/channels.ts";
import { connect } from "#web/db/client.ts";
import { listen } from "#web/db/listen.ts";
import { connectToMailServer } from "#web/features/mail/send-mail.ts";
import { env } from "#web/lib/env.ts";
import { SCHEDULE } from "#web/worker/schedule.ts";
import { createTasks } from "#web/worker/tasks.ts";

/** Jobs at once in this process. Any number of these processes may run: Postgres hands each job to one of them. */
const CONCURRENCY = 2;

/** What the library says of each job that went well is for those who look for a fault: there is one every few seconds. */
const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const { DATABASE_URL, LOG_LEVEL, SMTP_URL, MAIL_FROM, ENCRYPTION_KEYS } = env();
const log = pino({ name: "worker", level: LOG_LEVEL });
const { db, pool } = connect(DATABASE_URL);

const mail =
  SMTP_URL && MAIL_FROM && ENCRYPTION_KEYS
    ? { transport: connectToMailServer(SMTP_URL), from: MAIL_FROM, ring: ENCRYPTION_KEYS }
    : null;

const runner = await run({
  connectionString: DATABASE_URL,
  concurrency: CONCURRENCY,
  crontab: SCHEDULE,
  taskList: createTasks(db, mail),
  logger: new Logger((scope) => (level, message) => log[LEVELS[level]](scope, message)),
});

/** What has changed need not wait for the minute. Many changes make one job. */
const soon = (job: string) => () => {
  runner
    .addJob(job, {}, { jobKey: job, jobKeyMode: "preserve_run_at" })
    .catch((error: unknown) => log.warn(error, "a job was not written down; the minute brings it"));
};
const unlisten = listen(DATABASE_URL, {
  [INDEX_CHANNEL]: soon("reconcile_bookings"),
  [LISTING_CHANNEL]: soon("follow_listings"),
});

try {
  // Ends by itself on SIGTERM and SIGINT, after the jobs it has begun.
  await runner.promise;
} finally {
  unlisten();
  await pool.end();
}
