import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { escapeIdentifier, type Client } from "pg";
import { recallPonder } from "./memory.ts";

const run = promisify(execFile);

/**
 * Makes sure that whoever wrote to the schema last has ended, on this machine and in the database, and opens the lock
 * that it left: Ponder would wait for its expiry, 25 seconds.
 */
export async function endLastWriter(client: Client, schema: string): Promise<void> {
  const last = await recallPonder(client);
  // The lock of another machine is left to expire.
  if (!last?.isHere) return;
  await endProcess(last.pid, schema);
  await client.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and application_name like $1 || '\\_%'`,
    [schema.replaceAll("_", "\\_")],
  );
  const { rows } = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
    `${escapeIdentifier(schema)}._ponder_meta`,
  ]);
  if (rows[0]?.there)
    await client.query(
      `update ${escapeIdentifier(schema)}._ponder_meta set value = jsonb_set(value, '{is_locked}', '0')`,
    );
}

const POLL_MS = 50;

/** Ends a process that is still what it was: by now its number may be another's. */
async function endProcess(pid: number, schema: string): Promise<void> {
  while ((await commandOf(pid)).includes(schema)) {
    process.kill(pid, "SIGKILL");
    await sleep(POLL_MS);
  }
}

/** @returns the command a process was started with; empty where there is none */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return run("ps", ["-o", "command=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => "",
  );
}
