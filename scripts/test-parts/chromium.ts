import { access, constants } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { Failure } from "../failure.ts";
import type { Family } from "../processes/family.ts";
import { bin, ROOT } from "../root.ts";
import { childEnv, readEnv } from "../env.ts";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Finds a Chromium, or installs one: first Playwright's, then, where that cannot be had, Debian's package.
 * @returns the path of its executable
 * @throws Failure when there is none and none can be installed
 */
export async function ensureChromium(family: Family): Promise<string> {
  const installed = await findChromium();
  if (installed) return installed;
  const env = childEnv({ DEBIAN_FRONTEND: "noninteractive" });
  const attempts = [
    [[bin("playwright"), "install", "chromium"]],
    [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ],
  ];
  for (const commands of attempts) {
    for (const [command = "", ...args] of commands) {
      const exit = await family.run("chromium", command, args, { cwd: ROOT, env }).catch(() => 1);
      if (exit !== 0) break;
    }
    const found = await findChromium();
    if (found) return found;
  }
  throw new Failure("No Chromium was found, and none could be installed: install one, or name it in CHROMIUM_PATH.");
}

async function findChromium(): Promise<string | undefined> {
  const { CHROMIUM_PATH } = readEnv();
  for (const path of [...(CHROMIUM_PATH ? [CHROMIUM_PATH] : []), ...INSTALLED, chromium.executablePath()]) {
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}
