import { Logger, run } from "graphile-worker";
import pino from "pino";
import { connect } from "#web/db/client.ts";
import { listenToIndex } from "#web/features/head/listen-to-index.ts";
import { env } from "#web/lib/env.ts";
import { SCHEDULE } from "#web/worker/schedule.ts";
import { createTasks } from "#web/worker/tasks.ts";

/** Jobs at once in this process. Any number of these processes may run: Postgres hands each job to one of them. */
const CONCURRENCY = 2;

const LEVELS = { error: "error", warning: "warn", info: "info", debug: "debug" } as const;

const { DATABASE_URL, LOG_LEVEL } = env();
const log = pino({ name: "worker", level: LOG_LEVEL });
const { db, pool } = connect(DATABASE_URL);

const runner = await run({
  connectionString: DATABASE_URL,
  concurrency: CONCURRENCY,
  crontab: SCHEDULE,
  taskList: createTasks(db),
  logger: new Logger((scope) => (level, message) => log[LEVELS[level]](scope, message)),
});

// What a block changed need not wait for the minute. Many blocks make one job.
const unlisten = listenToIndex(DATABASE_URL, () => {
  runner
    .addJob("reconcile_bookings", {}, { jobKey: "reconcile_bookings", jobKeyMode: "preserve_run_at" })
    .catch((error: unknown) => log.warn(error, "a job was not written down; the minute brings it"));
});

try {
  // Ends by itself on SIGTERM and SIGINT, after the jobs it has begun.
  await runner.promise;
} finally {
  unlisten();
  await pool.end();
}
