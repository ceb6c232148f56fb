import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Failure } from "../failure.ts";
import { lineReader } from "./lines.ts";

/** What ends first: servers that use the database, then the database. */
type Round = "servers" | "database";

const ROUNDS: Record<Round, number> = { servers: 0, database: 1 };

interface ChildOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  round?: Round;
  /** What asks it to end; it is killed five seconds later. */
  signal?: NodeJS.Signals;
}

/** A process that was started. */
export interface Child {
  name: string;
  pid: number;
  /** Settles when the process has ended, with its exit code, or the name of the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  /** The newest lines it wrote, for a report of why it ended. */
  lastLines: () => string[];
}

/**
 * Processes that live and end together. Each is the head of a group of its own, known to a detached reaper that ends
 * them all when this process ends, in whatever way.
 */
export interface Family {
  /**
   * Starts a command that is to run as long as the family; its lines go to the family's log.
   * @throws Failure when there is no such command, or the family is ending
   */
  start(name: string, command: string, args: readonly string[], options?: ChildOptions): Promise<Child>;
  /** Starts a command whose end is its starter's affair: it ends nothing else. @throws Failure as `start` does */
  attend(name: string, command: string, args: readonly string[], options?: ChildOptions): Promise<Child>;
  /** Runs a command to its end. @returns its exit code, or the name of the signal that ended it */
  run(name: string, command: string, args: readonly string[], options?: ChildOptions): Promise<number | NodeJS.Signals>;
  /** Aborted, with a Failure as its reason, as soon as a child of `start` ends that nobody asked to, or all are asked to. */
  signal: AbortSignal;
  /** Ends every child, the database last. Safe to call twice. */
  end(): Promise<void>;
}

const KEPT_LINES = 20;

/** @param log takes each line of each child, with the child's name */
export function createFamily(log: (name: string, line: string) => void): Family {
  const reaper = startReaper();
  const life = new AbortController();
  let ending: Promise<void> | undefined;

  async function launch(name: string, command: string, args: readonly string[], options: ChildOptions = {}) {
    life.signal.throwIfAborted();
    const { round = "servers", signal = "SIGTERM", ...where } = options;
    const child = spawn(command, args, { ...where, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    if (child.pid) reaper.stdin?.write(`add ${child.pid} ${ROUNDS[round]} ${signal}\n`);
    const lastLines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      const read = lineReader((line) => {
        lastLines.push(line);
        if (lastLines.length > KEPT_LINES) lastLines.shift();
        log(name, line);
      });
      stream.on("data", read);
    }
    const ended = new Promise<number | NodeJS.Signals>((resolve) => {
      child.once("close", (code, by) => resolve(code ?? by ?? "SIGKILL"));
    });
    await started(child, name, command);
    return { name, pid: child.pid as number, ended, lastLines: () => [...lastLines] };
  }

  async function start(name: string, command: string, args: readonly string[], options?: ChildOptions): Promise<Child> {
    const child = await launch(name, command, args, options);
    void child.ended.then((how) => life.abort(new Failure(deathNotice(name, how, child.lastLines()))));
    return child;
  }

  async function attend(name: string, command: string, args: readonly string[], options?: ChildOptions) {
    const child = await launch(name, command, args, options);
    void child.ended.then(() => {
      if (!life.signal.aborted) reaper.stdin?.write(`remove ${child.pid}\n`);
    });
    return child;
  }

  async function run(name: string, command: string, args: readonly string[], options?: ChildOptions) {
    const how = await (await attend(name, command, args, options)).ended;
    life.signal.throwIfAborted();
    return how;
  }

  function end(): Promise<void> {
    life.abort(new Failure("Everything was stopped."));
    ending ??= endReaper(reaper);
    return ending;
  }

  return { start, attend, run, signal: life.signal, end };
}

function startReaper(): ChildProcess {
  const reaper = spawn(process.execPath, [join(import.meta.dirname, "reaper.ts")], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  reaper.unref();
  reaper.stdin?.on("error", () => undefined);
  return reaper;
}

async function endReaper(reaper: ChildProcess): Promise<void> {
  if (reaper.exitCode !== null) return;
  reaper.ref();
  const exit = once(reaper, "exit");
  reaper.stdin?.end();
  await exit;
}

async function started(child: ChildProcess, name: string, command: string): Promise<void> {
  try {
    await once(child, "spawn");
  } catch (cause) {
    throw new Failure(`${name} cannot be started: ${command} is missing or may not be run.`, { cause });
  }
}

function deathNotice(name: string, how: number | NodeJS.Signals, lastLines: readonly string[]): string {
  const manner = typeof how === "number" ? `ended with code ${how}` : `was ended by ${how}`;
  const said = lastLines.length > 0 ? ` Its last lines:\n${lastLines.map((line) => `  ${line}`).join("\n")}` : "";
  return `${name} ${manner}; everything else was stopped.${said}`;
}
