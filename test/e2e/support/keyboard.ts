import type { Locator, Page } from "@playwright/test";

/** Presses Tab until the focus is there, as somebody without a pointer would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never came there");
}

/** Tabs to a button or a link, and presses Enter. */
export async function pressByKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Tabs to a field and types over what stands in it. */
export async function typeByKey(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Tabs to a select, opens it, types the beginning of a choice and takes it. */
export async function chooseByKey(page: Page, target: Locator, beginning: string): Promise<void> {
  await pressByKey(page, target);
  await page.getByRole("listbox").waitFor();
  await page.keyboard.type(beginning);
  await page.keyboard.press("Enter");
}
