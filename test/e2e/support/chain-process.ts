import { readdir, readFile } from "node:fs/promises";
import { place } from "./place.ts";

/**
 * Halts the stack's chain while `work` lasts: it takes calls and answers none, as a node does that is overrun.
 * Linux tells which process it is.
 */
export async function withChainHalted(work: () => Promise<void>): Promise<void> {
  const pid = await findNode(new URL(place().rpcUrl).port);
  process.kill(pid, "SIGSTOP");
  try {
    await work();
  } finally {
    process.kill(pid, "SIGCONT");
  }
}

async function findNode(port: string): Promise<number> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const words = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
    if (words.includes("node") && words.includes("--port") && words.includes(port)) return Number(pid);
  }
  throw new Error(`No process serves the chain at port ${port}.`);
}
