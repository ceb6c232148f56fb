import { existsSync } from "node:fs";
import { join } from "node:path";
import { childEnv } from "../env.ts";
import type { Family } from "../processes/family.ts";
import { ROOT } from "../root.ts";

const MAIN = "web/worker/main.ts";

/** Starts the process that does the jobs: notifications, reminders, clean-up. */
export async function startWorker(family: Family, env: Record<string, string>): Promise<void> {
  if (!existsSync(join(ROOT, MAIN))) return;
  await family.start("worker", process.execPath, [MAIN], { cwd: ROOT, env: childEnv(env) });
}
