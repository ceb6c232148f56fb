import { expect, type Page } from "@playwright/test";
import { open } from "./open.ts";

/** Signs in as one of the demo community, whose keys the page itself has. */
export async function signInAsDemoMember(page: Page, name: string): Promise<void> {
  await open(page, "/sign-in");
  await page.getByRole("region", { name: "Continue as a demo member" }).getByRole("button", { name }).click();
  await expect(page.getByRole("button", { name: `Account of ${name}` })).toBeVisible();
}
