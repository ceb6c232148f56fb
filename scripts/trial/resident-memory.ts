import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** @returns how much memory a process holds, in MiB */
export async function residentMb(pid: number): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
  return Math.round(Number(stdout) / 1_024);
}
