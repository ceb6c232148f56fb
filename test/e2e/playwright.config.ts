import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./support/place.ts";

/** One browser at a time on one stack of its own. A test that fails, fails: nothing is tried twice. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/browser",
  globalSetup: "./support/stack.ts",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: "en-GB",
    timezoneId: "Europe/Madrid",
    viewport: { width: 1280, height: 900 },
    // What still slides in moves away under the pointer between its press and its release: the click is lost.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromiumPath(),
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    },
  },
  projects: [
    { name: "now", testIgnore: "later/**" },
    // These turn the chain's clock ahead, so they come last.
    { name: "later", testMatch: "later/**" },
  ],
});
