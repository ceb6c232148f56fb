import { childEnv } from "../env.ts";
import type { Family } from "../processes/family.ts";
import { ROOT, SOONER } from "../root.ts";

/** Starts the process that does the jobs: what is due at a time rather than at a click. */
export async function startWorker(family: Family, env: Record<string, string>): Promise<void> {
  await family.start("worker", process.execPath, [SOONER, "web/worker/main.ts"], { cwd: ROOT, env: childEnv(env) });
}
