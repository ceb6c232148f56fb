import type { Page } from "@playwright/test";

/** Goes to a path and waits until the page is alive: a button pressed before that does nothing. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await alive(page);
}

/** Waits until scripts run: the foot of every page then says how fresh the page is. */
export async function alive(page: Page): Promise<void> {
  await page.getByRole("contentinfo").locator("[data-status]:not([data-status=connecting])").waitFor();
}
