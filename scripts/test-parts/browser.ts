import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { childEnv } from "../env.ts";
import type { Family } from "../processes/family.ts";
import { bin, ROOT } from "../root.ts";
import { ensureChromium } from "./chromium.ts";
import { judge, type Part } from "./part.ts";

const REPORT = join(ROOT, "test-results/playwright.json");

export interface BrowserTests {
  name: string;
  /** Narrows the tests, in Playwright's own words: `["--grep", "@main"]`. */
  choice: readonly string[];
}

/** Tests in a real Chromium, on a stack of their own. */
export function browserPart(family: Family, { name, choice }: BrowserTests): Part {
  async function run() {
    const chromium = await ensureChromium(family);
    await rm(REPORT, { force: true });
    const args = ["test", "--config", "test/e2e/playwright.config.ts", "--reporter=list,json", ...choice];
    const env = childEnv({ CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT });
    const exit = await family.run("browser", bin("playwright"), args, { cwd: ROOT, env });
    const found = JSON.parse(await readFile(REPORT, "utf8").catch(() => "{}")) as Partial<PlaywrightReport>;
    const { expected = 0, flaky = 0, unexpected = 0 } = found.stats ?? {};
    return judge({ passed: expected + flaky, failed: unexpected }, exit);
  }
  return { name, run };
}

interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number };
}
