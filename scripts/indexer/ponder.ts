import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Client } from "pg";
import { childEnv } from "../env.ts";
import type { Child, Family } from "../processes/family.ts";
import { freePort } from "../processes/ports.ts";
import { bin, ROOT } from "../root.ts";
import { endLastWriter } from "./last-writer.ts";
import { rememberPonder } from "./memory.ts";

/** After an end at the start the next start waits, longer each time. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** Ponder's exit code where trying again cannot help. */
const HOPELESS = 1;
const HOPELESS_TRIES = 3;

/** By default V8 lets garbage pile up to several times of what is alive. */
const THRIFT = ["--heap-growing-percent=100", "--max-semi-space-size=32"];
/** By default the C library has eight heaps to a core, in which it keeps what was freed, up to 32 MB apiece once it has seen such. */
const THRIFTY_ENV = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: String(128 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(128 * 1024),
};

/** What Node loads first: what stands in for parts of Ponder. */
const PRELOAD = pathToFileURL(join(ROOT, "indexer/preload.ts")).href;

/** What Node is to be told so that it runs Ponder, which writes to `schema` and listens on a port of the loopback. */
export function ponderArguments(schema: string, port: number): string[] {
  const args = ["start", "--root", "indexer", "--schema", schema, "--log-level", "warn"];
  return [...THRIFT, `--import=${PRELOAD}`, bin("ponder"), ...args, "-H", "127.0.0.1", "-p", String(port)];
}

/** Ponder's environment: where its chain and its database are, and how much memory it may use. */
export function ponderEnv(places: Record<string, string>): NodeJS.ProcessEnv {
  return childEnv({ ...THRIFTY_ENV, ...places });
}

/** The one process that writes the index. */
export type Ponder = {
  /** Null while none runs. */
  readonly runsSince: number | null;
  /** To be told once its start has succeeded. */
  settle(): void;
  /** Whether the pause after the last end is over. */
  mayStart(now: number): boolean;
  /** Starts it on a schema whose last writer has ended. */
  start(client: Client, schema: string): Promise<void>;
  /** Ends it without asking: whatever it was about to write is not written. */
  kill(): Promise<void>;
  /** Settles when the process that runs now has ended. */
  readonly ended: Promise<unknown>;
  /** Its last lines, where it ended by itself again and again with the word that another try is hopeless. */
  readonly hopeless: readonly string[] | null;
};

export function createPonder(family: Family, env: Record<string, string>): Ponder {
  let child: Child | null = null;
  let runsSince: number | null = null;
  let notBefore = 0;
  let pauseMs = 0;
  let failures = 0;
  let hopeless: readonly string[] | null = null;
  let isSettled = false;

  function onEnd(how: number | NodeJS.Signals, lines: readonly string[]): void {
    child = null;
    runsSince = null;
    pauseMs = isSettled ? 0 : Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pauseMs * 2));
    failures = isSettled || how !== HOPELESS ? 0 : failures + 1;
    if (failures >= HOPELESS_TRIES) hopeless = lines;
    notBefore = Date.now() + pauseMs;
  }

  return {
    get runsSince() {
      return runsSince;
    },
    get ended() {
      return child?.ended ?? new Promise(() => undefined);
    },
    get hopeless() {
      return hopeless;
    },
    settle() {
      isSettled = true;
    },
    mayStart: (now) => child === null && now >= notBefore,
    async start(client, schema) {
      await endLastWriter(client, schema);
      const started = await family.attend("ponder", process.execPath, ponderArguments(schema, await freePort()), {
        cwd: ROOT,
        env: ponderEnv(env),
      });
      child = started;
      isSettled = false;
      runsSince = Date.now();
      void started.ended.then((how) => onEnd(how, started.lastLines()));
      await rememberPonder(client, started.pid);
    },
    async kill() {
      if (!child) return;
      isSettled = true;
      const { pid, ended } = child;
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        // It has just ended by itself.
      }
      await ended;
    },
  };
}
