import type { Page } from "@playwright/test";
import { withChainHalted } from "./support/chain-process.ts";
import { alive } from "./support/open.ts";
import { place } from "./support/place.ts";
import { expect, test } from "./support/test.ts";

const state = (page: Page) => page.getByRole("contentinfo").getByRole("status");
const main = (page: Page) => page.getByRole("main");

test("Given a page that no longer hears from the site, then it says so, and is live again by itself", async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL: place().origin });
  // The browser refuses the stream as it would without a network, and asks again until it is let through.
  await page.route("**/api/live*", (route) => route.abort("connectionrefused"));
  await page.goto("/members");
  await expect(state(page)).toHaveText("Not reachable, trying again");
  await expect(main(page).getByText("This page no longer hears from the site")).toBeVisible();
  await page.unroute("**/api/live*");
  await expect(state(page)).toHaveText("Live");
  await expect(main(page).getByText("This page no longer hears from the site")).toBeHidden();
  await page.close();
});

test("Given a chain that stops answering, then every open page says so, and is live again when it answers", async ({
  browser,
}) => {
  test.skip(process.platform !== "linux", "Only Linux tells which process the chain is.");
  const page = await browser.newPage({ baseURL: place().origin });
  await page.goto("/members");
  await alive(page);
  await expect(state(page)).toHaveText("Live");
  await withChainHalted(async () => {
    await expect(state(page)).toHaveText("Chain not reachable, trying again", { timeout: 60_000 });
    await expect(page.getByRole("contentinfo")).toContainText(/synced to block [\d,]+.+mined/);
    await expect(main(page).getByText("The chain does not answer at the moment")).toBeVisible();
  });
  await expect(state(page)).toHaveText("Live", { timeout: 60_000 });
  await expect(main(page).getByText("The chain does not answer at the moment")).toBeHidden();
  await page.close();
});
