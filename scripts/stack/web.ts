import { join } from "node:path";
import { childEnv } from "../env.ts";
import { Failure } from "../failure.ts";
import type { Family } from "../processes/family.ts";
import { answers } from "../processes/ports.ts";
import { waitUntil } from "../processes/wait-until.ts";
import { bin, ROOT } from "../root.ts";
import { prepareDevCache } from "./dev-cache.ts";
import { buildWeb } from "./web-build.ts";

/** Compiled at each request, or built beforehand as it is served to people. */
export type WebMode = "development" | "production";

/** Turbopack writes down what it compiled once it has idled for a minute, which few starts live to see: five seconds do. */
const KEEP_COMPILED = {
  TURBO_ENGINE_SNAPSHOT_IDLE_TIMEOUT_MILLIS: "5000",
  TURBO_ENGINE_SNAPSHOT_MIN_ACTIVE_TIME_MILLIS: "0",
};

export interface WebOptions {
  mode: WebMode;
  port: number;
  env: Record<string, string>;
}

/**
 * Starts the pages. A production build is made first, unless the sources have not changed since the last one.
 * @returns once the port answers
 */
export async function startWeb(family: Family, { mode, port, env }: WebOptions): Promise<void> {
  if (mode === "development") await prepareDevCache();
  const distDir = mode === "production" ? await buildWeb(family, env) : ".next";
  // Next looks for what next-intl needs from its working directory.
  await family.start(
    "web",
    bin("next"),
    [mode === "production" ? "start" : "dev", "-p", String(port), "-H", "localhost"],
    {
      cwd: join(ROOT, "web"),
      env: childEnv({ ...env, ...KEEP_COMPILED, NEXT_DIST_DIR: distDir, NODE_ENV: mode }),
    },
  );
  await waitUntil("The web server", () => answers(port), { signal: family.signal });
}

/**
 * Lets a development server compile the first page while the index is still on its way: asked for as a browser asks for
 * what it might show next, the page is compiled and not rendered, so it misses no data.
 */
export async function compileFirstPage(family: Family, origin: string): Promise<void> {
  const headers = { rsc: "1", "next-router-prefetch": "1" };
  const signal = AbortSignal.any([family.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const response = await fetch(origin, { headers, redirect: "manual", signal });
  await response.text();
}

const TRIES = 3;
const PATIENCE_MS = 300_000;

/**
 * Waits until the first page is rendered, data and all.
 * @throws Failure when it answers with an error three times
 */
export async function waitForPage(family: Family, origin: string): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    family.signal.throwIfAborted();
    const status = await askForPage(family, origin);
    if (status === 200) return;
    if (left === 1) throw new Failure(`The first page answers with ${status}: the lines of "web" above say why.`);
  }
}

async function askForPage(family: Family, origin: string): Promise<number> {
  const signal = AbortSignal.any([family.signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(origin, { headers: { accept: "text/html" }, signal });
    await response.text();
    return response.status;
  } catch (cause) {
    family.signal.throwIfAborted();
    throw new Failure("The first page does not answer.", { cause });
  }
}
