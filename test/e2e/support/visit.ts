import type { Browser, Page } from "@playwright/test";
import { watchConsole, type ConsoleWatch } from "./console-watch.ts";
import { place } from "./place.ts";
import { signInAsDemoMember } from "./demo-member.ts";
import { alive, open } from "./open.ts";
import { findScreenIds, VIEWER, type Screen, type ScreenIds } from "./screens.ts";

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Cookies and storage of somebody who has been here before. */
export type Memory = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

/** What it takes to look at every screen: ids to look at, and a member to look as. */
export interface Tour {
  ids: ScreenIds;
  memories: Record<Screen["as"], Memory>;
}

/** Signs the viewer in once, for all screens. */
export async function prepareTour(browser: Browser): Promise<Tour> {
  const context = await browser.newContext({ baseURL: place().origin });
  const page = await context.newPage();
  await open(page, "/");
  await page.waitForFunction(() => document.cookie.includes("time_zone"));
  const visitor = await context.storageState();
  await signInAsDemoMember(page, VIEWER.name);
  const member = await context.storageState();
  await context.close();
  return { ids: await findScreenIds(), memories: { visitor, member } };
}

/** Opens one screen in a browser of its own. */
export async function openScreen(
  browser: Browser,
  { ids, memories }: Tour,
  screen: Screen,
): Promise<{ page: Page; watch: ConsoleWatch; close: () => Promise<void> }> {
  const context = await browser.newContext({
    baseURL: place().origin,
    storageState: memories[screen.as],
    viewport: DESKTOP,
  });
  const watch = watchConsole(context);
  const page = await context.newPage();
  const response = await page.goto(screen.path(ids));
  if (response?.status() !== 200) throw new Error(`${screen.name} answers with ${response?.status()}`);
  await alive(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, watch, close: () => context.close() };
}
