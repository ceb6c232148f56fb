import type { Page } from "@playwright/test";
import { signInAsDemoMember } from "./support/demo-member.ts";
import { open } from "./support/open.ts";
import { expect, test } from "./support/test.ts";

const TITLE = "Build an astrolabe";

test("Given a member who keeps a search, when another publishes what it finds, then they hear of it at once", async ({
  enter,
}) => {
  test.setTimeout(240_000);
  const seeker = (await enter({ name: "Dmytro", handle: "for_dmytro", accounts: [33] })).page;
  const owner = (await enter({ name: "Mehmet", handle: "for_mehmet", accounts: [33] })).page;
  await signInAsDemoMember(seeker, "Dmytro");
  await signInAsDemoMember(owner, "Mehmet");

  await test.step("what is near is looked for by keyboard, from a place as one types", async () => {
    await open(seeker, "/?kind=offer");
    await seeker.getByRole("combobox", { name: "Distance from" }).focus();
    await seeker.keyboard.type("Dresd");
    await expect(seeker.getByRole("option", { name: /^Dresden.*Germany/ }).first()).toBeVisible();
    await seeker.keyboard.press("ArrowDown");
    await seeker.keyboard.press("Enter");
    await expect(seeker).toHaveURL(/near=51.*Dresden.*&within=25/);
    await seeker.getByRole("combobox", { name: "Search offers and requests" }).focus();
    await seeker.keyboard.type("astrolabe");
    await seeker.keyboard.press("Enter");
    await expect(seeker.getByRole("heading", { name: "Nothing found for “astrolabe”" })).toBeVisible();
  });

  await test.step("the search is kept under a name", async () => {
    await seeker.getByRole("button", { name: "Save search" }).click();
    const dialog = seeker.getByRole("dialog", { name: "Save this search" });
    await dialog.getByLabel("Name").fill("Instruments near Dresden");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(seeker.getByRole("link", { name: "Instruments near Dresden is a saved search" })).toBeVisible();
  });

  await test.step("the inbox that stands open tells of the one that is near, without being asked", async () => {
    await open(seeker, "/inbox");
    await publish(owner, "Astrolabes by post", "Hambu");
    await publish(owner, TITLE, "Dresd");
    const line = seeker.getByRole("link", { name: new RegExp(`New: ${TITLE} by Mehmet.*Instruments near Dresden`) });
    await expect(line).toBeVisible();
    await expect(seeker.getByText("Astrolabes by post")).toHaveCount(0);
    await line.click();
    await expect(seeker.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
    await expect(async () => {
      await open(seeker, "/inbox");
      await expect(seeker.getByRole("link", { name: new RegExp(`^${TITLE} by Mehmet`) })).toBeVisible({
        timeout: 2_000,
      });
    }).toPass();
  });

  await test.step("the search says how much is new until one has looked", async () => {
    await seeker.getByRole("link", { name: "Saved searches" }).click();
    const kept = seeker.getByRole("listitem").filter({ hasText: "Instruments near Dresden" });
    await expect(kept).toContainText("1 new");
    await expect(kept).toContainText("From Dresden");
    const seen = seeker.waitForResponse((answer) => "next-action" in answer.request().headers());
    await kept.getByRole("link").click();
    await expect(seeker.getByText("1 new since you last looked.")).toBeVisible();
    const card = seeker.getByRole("region", { name: "Listings" }).getByRole("listitem").filter({ hasText: TITLE });
    await expect(card).toContainText("New");
    await expect(card).toContainText("away");
    // By then it counts as seen, and is still marked for whoever looks at it.
    await seen;
    await expect(card).toContainText("New");
    await seeker.goBack();
    await expect(kept).toContainText("From Dresden");
    await expect(kept).not.toContainText("1 new");
  });

  await test.step("the word is suggested from now on, and leads to the listing by keyboard alone", async () => {
    await expect(async () => {
      await open(seeker, "/");
      await seeker.getByRole("combobox", { name: "Search offers and requests" }).focus();
      await seeker.keyboard.type("astro");
      await expect(seeker.getByRole("option", { name: /^astrolabe\b/ })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await seeker.keyboard.press("ArrowDown");
    await seeker.keyboard.press("Enter");
    await expect(seeker).toHaveURL(/q=astrolabe/);
    await expect(seeker.getByRole("link", { name: TITLE })).toBeVisible();
  });

  await test.step("it is given up", async () => {
    await open(seeker, "/searches");
    await seeker.getByRole("button", { name: "What to do with Instruments near Dresden" }).click();
    await seeker.getByRole("menuitem", { name: "Delete" }).click();
    await seeker.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(seeker.getByRole("heading", { name: "You keep no searches yet" })).toBeVisible();
  });
});

async function publish(page: Page, title: string, town: string): Promise<void> {
  await open(page, "/listings/new?kind=offer");
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Description").fill("From brass, in an afternoon.");
  await page.getByRole("combobox", { name: "Category" }).click();
  await page.getByRole("option", { name: "Arts & music" }).click();
  await page.getByLabel("Hours").fill("2");
  await page.getByLabel("Place").fill(town);
  await page
    .getByRole("option", { name: new RegExp(`^${town}.*Germany`) })
    .first()
    .click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}
