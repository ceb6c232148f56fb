import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { open } from "./support/open.ts";
import { SCREENS } from "./support/screens.ts";
import { expect, test as base } from "./support/test.ts";
import { openScreen, PHONE, prepareTour, type Tour } from "./support/visit.ts";

const test = base.extend<object, { tour: Tour }>({
  tour: [async ({ browser }, use) => use(await prepareTour(browser)), { scope: "worker", timeout: 120_000 }],
});

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const screen of SCREENS) {
  test(`Given the screen “${screen.name}”, then anyone can use it, on a desk and on a phone`, async ({
    browser,
    tour,
  }) => {
    const { page, watch, close } = await openScreen(browser, tour, screen);
    await expectNoBarrier(page, "light");
    await expectNoSideScroll(page);

    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(PHONE);
    await expectNoSideScroll(page);
    await unroll(page);
    await expectNoBarrier(page, "dark");
    await close();
    expect(watch.complaints()).toEqual([]);
  });
}

test("Given a screen in English, when the visitor chooses Spanish, then it stays Spanish", async ({
  browser,
  tour,
}) => {
  const [market] = SCREENS;
  if (!market) throw new Error("There is no market");
  const { page, watch, close } = await openScreen(browser, tour, market);
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemradio", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("banner").getByRole("link", { name: "Entrar" })).toBeVisible();
  await open(page, "/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1, name: "Entrar" })).toBeVisible();
  await close();
  expect(watch.complaints()).toEqual([]);
});

/** Makes the window as high as the page: what scrolls beneath the phone's navigation can be scrolled out again. */
async function unroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...PHONE, height });
}

async function expectNoBarrier(page: Page, theme: "light" | "dark"): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).exclude("[data-rk]").analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
  expect.soft(found, `barriers in the ${theme} theme`).toEqual([]);
}

async function expectNoSideScroll(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, "wider than the window by").toBe(0);
}
