import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { childEnv } from "../env.ts";
import { freePort } from "../processes/ports.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { ROOT } from "../root.ts";
import type { Counts } from "../test-parts/part.ts";
import type { FaultOptions } from "./main.ts";

const SIGNALS = ["SIGKILL", "SIGINT", "SIGTERM"] as const;

/** What is told of a moment to strike at: a line the launcher has printed by then. */
const MOMENTS = ["launcher postgres", "launcher chain", "Ready:"] as const;

const START_MS = 240_000;
const END_MS = 20_000;

/** Ends the launcher in every way, at several moments of its start, and looks whether anything of it is left. */
export async function run({ short }: FaultOptions): Promise<Counts> {
  const counts = { passed: 0, failed: 0 };
  for (const signal of SIGNALS) {
    for (const moment of short ? MOMENTS.slice(0, 1) : MOMENTS) {
      const left = await strike(signal, moment);
      const name = `${signal} at "${moment}"`;
      if (left.length === 0) counts.passed += 1;
      else counts.failed += 1;
      console.log(left.length === 0 ? `✔ ${name}: nothing is left` : `✘ ${name}: left ${left.join(", ")}`);
    }
  }
  return counts;
}

/** @returns what still runs, one line each, as long after the launcher's end as ending takes at most */
async function strike(signal: NodeJS.Signals, moment: string): Promise<string[]> {
  // Every process of this start inherits the mark, and can be told by it from all others of the machine.
  const mark = `launcher-kill-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const ports = { PORT: String(await freePort()), CHAIN_PORT: String(await freePort()) };
  const launcher = spawn(process.execPath, ["scripts/dev.ts"], {
    cwd: ROOT,
    env: { ...childEnv({ FAULT_MARK: mark }), ...ports },
    stdio: ["ignore", "pipe", "ignore"],
  });
  await untilPrinted(launcher, moment);
  const exit = once(launcher, "exit");
  launcher.kill(signal);
  await exit;
  const patience = { signal: new AbortController().signal, timeoutMs: END_MS, everyMs: 100 };
  await waitUntil("The end of everything", async () => (await bearersOf(mark)).length === 0, patience).catch(
    () => undefined,
  );
  const left = await bearersOf(mark);
  for (const { pid } of left) process.kill(pid, "SIGKILL");
  return left.map(({ pid, command }) => `${pid} ${command}`);
}

async function untilPrinted(launcher: ChildProcess, moment: string): Promise<void> {
  let output = "";
  launcher.stdout?.on("data", (piece: Buffer) => (output += piece.toString()));
  const patience = { signal: new AbortController().signal, timeoutMs: START_MS };
  const printed = () => output.includes(moment) || launcher.exitCode !== null;
  await waitUntil(`"${moment}"`, printed, patience);
  if (!output.includes(moment)) throw new Error(`The launcher ended by itself:\n${output}`);
}

async function bearersOf(mark: string): Promise<{ pid: number; command: string }[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(join("/proc", pid, "environ"), "utf8").catch(() => "");
      if (!environment.includes(mark)) return [];
      const command = await readFile(join("/proc", pid, "cmdline"), "utf8").catch(() => "");
      return [{ pid: Number(pid), command: command.replaceAll("\0", " ").trim() }];
    }),
  );
  return found.flat();
}
