import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { Failure } from "../failure.ts";
import type { Family } from "../processes/family.ts";
import { freePort } from "../processes/ports.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { postgresFolder, preparePostgresHome, type PostgresHome } from "./home.ts";

const run = promisify(execFile);

const SUPERUSER = "timetoken";

export interface PostgresServer {
  port: number;
  /** Whether it ran already: then its starter ends it. */
  reused: boolean;
  /** The URL of one of its databases, password in it. */
  url(database: string): string;
}

export interface PostgresOptions {
  /** Names the folder of its data. */
  name: string;
  /** Without it a crash of the machine may lose data, as a test's may: everything is faster. */
  durable: boolean;
  /** A free one unless given. */
  port?: number;
}

/**
 * Starts a PostgreSQL server on a free port of the loopback, on the data it had before, or uses the one that runs on it.
 * @throws Failure when the binary is missing or the data cannot be set up
 */
export async function startPostgres(
  family: Family,
  { name, durable, ...given }: PostgresOptions,
): Promise<PostgresServer> {
  const home = await preparePostgresHome();
  const data = join(home.folder, name);
  const password = await setUpData(home, data);
  const running = await runningPort(family, data, password);
  if (running) return server(running, password, true);

  const port = given.port ?? (await freePort());
  const speed = durable ? [] : ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=256MB",
    "log_min_messages=fatal",
    ...speed,
  ];
  await family.start(
    "postgres",
    join(home.native, "bin/postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...home.owner, cwd: home.folder, round: "database", signal: "SIGINT" },
  );
  await waitUntil("Postgres", () => reportsReady(data), { signal: family.signal, everyMs: 10 });
  return server(port, password, false);
}

/** @returns the server of that name that runs now, or null; nothing is started or made */
export async function findPostgres(name: string): Promise<PostgresServer | null> {
  const data = join(postgresFolder(), name);
  const password = await readFile(passwordFile(data), "utf8").catch(() => "");
  const { port } = await readPidFile(data);
  return port && (await accepts(port, password)) ? server(port, password, true) : null;
}

/** Removes a server's data for good. The server must have ended. */
export async function removePostgresData(name: string): Promise<void> {
  const home = await preparePostgresHome();
  // A server that was killed leaves helpers of its own, which may write for a moment longer.
  await rm(join(home.folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  await rm(passwordFile(join(home.folder, name)), { force: true });
}

function server(port: number, password: string, reused: boolean): PostgresServer {
  return { port, reused, url: (database) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}` };
}

const passwordFile = (data: string): string => `${data}.password`;

async function setUpData(home: PostgresHome, data: string): Promise<string> {
  const known = await readFile(join(data, "PG_VERSION")).then(
    () => readFile(passwordFile(data), "utf8"),
    () => undefined,
  );
  if (known) return known;
  // Whatever an interrupted set-up left is not a database.
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  const password = randomBytes(16).toString("hex");
  await writeFile(passwordFile(data), password, { mode: 0o600 });
  if (home.owner) {
    await chown(data, home.owner.uid, home.owner.gid);
    await chown(passwordFile(data), home.owner.uid, home.owner.gid);
  }
  const args = ["-D", data, "-U", SUPERUSER, "--pwfile", passwordFile(data), "--auth=scram-sha-256"];
  try {
    await run(join(home.native, "bin/initdb"), [...args, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], {
      ...home.owner,
      cwd: home.folder,
    });
  } catch (cause) {
    await rm(data, { recursive: true, force: true });
    const said = String((cause as { stderr?: string }).stderr ?? cause).trim();
    throw new Failure(`Postgres cannot set up its data in ${data}: ${said}`, { cause });
  }
  return password;
}

/** The port in postmaster.pid, when a server that knows the password answers there. */
async function runningPort(family: Family, data: string, password: string): Promise<number | undefined> {
  const { port, pid } = await readPidFile(data);
  if (!port) return undefined;
  if (await accepts(port, password)) return port;
  if (pid && isAlive(pid)) {
    // Just being started, or just ending: either way it is settled soon.
    const patience = { signal: family.signal, timeoutMs: 10_000 };
    await waitUntil("The database server of last time", async () => !isAlive(pid) || accepts(port, password), patience);
    if (isAlive(pid)) return port;
  }
  return undefined;
}

/** What Postgres notes of the server that runs, or ran, on the data; not numbers where there is none. */
async function readPidFile(data: string): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Postgres itself notes there how far it is: asking over the network too early would only fill its log. */
async function reportsReady(data: string): Promise<boolean> {
  const pidFile = await readFile(join(data, "postmaster.pid"), "utf8");
  return pidFile.split("\n")[7]?.trim() === "ready";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function accepts(port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password,
    database: "postgres",
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
