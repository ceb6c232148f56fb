import pg from "pg";

/**
 * The Postgres client of Ponder's pools. Ponder's own turns synchronous_commit off, and a crash of Postgres then loses
 * blocks that Ponder believes written. This one leaves it on and keeps the rest of what Ponder sets: a long time-out for
 * idle transactions, and read-only sessions for the pool that serves its HTTP endpoints (`<schema>_readonly`).
 */
export class DurableClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, options: sessionOptions(config?.application_name) });
  }
}

const READ_ONLY = "_readonly";

function sessionOptions(applicationName = ""): string {
  const settings = applicationName.endsWith(READ_ONLY)
    ? {
        search_path: applicationName.slice(0, -READ_ONLY.length),
        default_transaction_read_only: "on",
        lock_timeout: "500ms",
      }
    : { synchronous_commit: "on", idle_in_transaction_session_timeout: "1h" };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}
