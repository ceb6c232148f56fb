import type { Page } from "@playwright/test";
import sharp from "sharp";
import { query } from "./support/database.ts";
import { promiseTime } from "./support/exchange.ts";
import { chooseByKey, pressByKey, tabTo, typeByKey } from "./support/keyboard.ts";
import { alive, open } from "./support/open.ts";
import type { Person } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

const TITLE = "Read your contract with you";
/** A picture as a camera would make it. */
async function photograph() {
  const background = { r: 210, g: 160, b: 90 };
  const picture = sharp({ create: { width: 1200, height: 800, channels: 3, background } });
  return { name: "desk.jpg", mimeType: "image/jpeg", buffer: await picture.jpeg().toBuffer() };
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

test.describe("Given a member in Madrid who keeps hours, and one in New York, both without a pointer", () => {
  test("when they meet, and a slot is booked, then it stands in both calendars and the feed, until it is called off", async ({
    enter,
  }) => {
    test.setTimeout(420_000);
    const seller = await enter({ name: "Rosa Vidal", handle: "rosa_vidal", accounts: [39] });
    const buyer = await enter({
      name: "Walt Greene",
      handle: "walt_greene",
      accounts: [40],
      timeZone: "America/New_York",
    });

    await join(seller);
    await test.step("a profile, with a photo cut to a square", () => writeProfile(seller));
    const listing = await test.step("a listing with a photo", () => publish(seller));
    await keepHours(seller);
    const feed = await openFeed(seller);

    await join(buyer);
    await promiseTime(buyer, { unit: "Hours", amount: 2 });
    await test.step("it is found by a misspelt word and a filter", () => findListing(buyer));
    const { path, slot } = await bookSlot(buyer, seller);
    let deal = "";

    await test.step("it is held in both calendars", async () => {
      await expectComing(seller, `you give ${buyer.name} time`, { held: true });
      await expectComing(buyer, `${seller.name} gives you time`, { held: true });
      const written = await seller.page.request.get(feed);
      expect(written.headers()["content-type"]).toContain("text/calendar");
      expect(await written.text()).toContain("STATUS:TENTATIVE");
    });

    await test.step("it is firm once it is paid, and nobody else is offered it", async () => {
      await sign(seller, buyer, path);
      deal = await pay(buyer, seller, path);
      await expect(buyer.page.getByRole("region", { name: "In both calendars" })).toBeVisible();
      await expectComing(seller, `you give ${buyer.name} time`, { held: false });
      expect(await (await seller.page.request.get(feed)).text()).toContain("STATUS:CONFIRMED");
      expect(await offeredSlots(buyer.page, listing)).not.toContain(slot);
    });

    await test.step("the deal stays about what was agreed, whatever its owner makes of the listing", async () => {
      await open(seller.page, `${listing}/edit`);
      await typeByKey(seller.page, seller.page.getByLabel("Title", { exact: true }), "Read your lease with you");
      await typeByKey(seller.page, seller.page.getByLabel("Hours"), "3");
      await pressByKey(seller.page, seller.page.getByRole("button", { name: "Save changes" }));
      await expect(seller.page.getByRole("heading", { level: 1, name: "Read your lease with you" })).toBeVisible();
      await open(buyer.page, deal);
      await pressByKey(buyer.page, buyer.page.locator("summary").filter({ hasText: "The listing, as it was agreed" }));
      await expect(buyer.page.getByText(TITLE, { exact: true }).last()).toBeVisible();
      await expect(buyer.page.getByText(/^Changed since then: .*title.*price/)).toBeVisible();
      await open(seller.page, `${listing}/edit`);
      await typeByKey(seller.page, seller.page.getByLabel("Title", { exact: true }), TITLE);
      await typeByKey(seller.page, seller.page.getByLabel("Hours"), "2");
      await pressByKey(seller.page, seller.page.getByRole("button", { name: "Save changes" }));
      await expect(seller.page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
    });

    await test.step("dragged an hour later it asks both, and stays where it was until they have signed", async () => {
      const [booked] = await query<{ starts_at: Date }>("select starts_at from app.booking where seller = $1", [
        seller.address,
      ]);
      await dragBooking(seller.page, booked?.starts_at ?? new Date());
      const dialog = seller.page.getByRole("dialog", { name: "Suggest another time" });
      const later = new Date((booked?.starts_at.getTime() ?? 0) + 3_600_000);
      const madrid = later.toLocaleString("sv", { timeZone: "Europe/Madrid" }).slice(0, 16).replace(" ", "T");
      await expect(dialog.getByLabel("Starts")).toHaveValue(madrid);
      await seller.page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(seller.page).not.toHaveURL(/start=/);
    });

    await test.step("it is free again once the deal is called off", async () => {
      const [deal] = await query<{ id: string }>("select id from chain.deal where seller = $1", [seller.address]);
      await open(seller.page, `/deals/${deal?.id}`);
      await pressByKey(seller.page, seller.page.getByRole("button", { name: "Call it off" }));
      const sure = seller.page.getByRole("alertdialog").getByRole("button", { name: "Call it off" });
      await pressByKey(seller.page, sure);
      await expect(seller.page.getByRole("heading", { level: 1, name: /^Called off/ })).toBeVisible();
      for (const { page } of [seller, buyer]) {
        await expect(async () => {
          await open(page, "/calendar");
          await expect(page.getByText("Nothing is booked.")).toBeVisible({ timeout: 2_000 });
        }).toPass();
      }
      expect(await (await seller.page.request.get(feed)).text()).not.toContain("BEGIN:VEVENT");
      expect(await offeredSlots(buyer.page, listing)).toContain(slot);
      expect(
        await query("select state, freed_for, sequence from app.booking where seller = $1", [seller.address]),
      ).toEqual([{ state: "freed", freed_for: "refunded", sequence: 2 }]);
    });
  });
});

/** Signs in with the wallet and joins, as `join` does with a pointer. */
async function join({ page, name, handle }: Person): Promise<void> {
  await open(page, "/");
  await pressByKey(page, page.getByRole("banner").getByRole("link", { name: "Sign in" }));
  await pressByKey(page, page.getByRole("button", { name: "Choose a wallet" }));
  await pressByKey(page, page.getByRole("dialog").getByRole("button", { name: "Pocket Watch" }));
  await expect(page.getByRole("heading", { name: "Welcome. Who are you here?" })).toBeVisible();
  await typeByKey(page, page.getByLabel("Name"), name);
  await typeByKey(page, page.getByLabel("Handle"), handle);
  await pressByKey(page, page.getByRole("button", { name: "Join" }));
  await expect(page.getByRole("button", { name: `Account of ${name}` })).toBeVisible();
}

/** Chooses a file through a button that asks for one. */
async function chooseFile(page: Page, button: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await pressByKey(page, page.getByRole("button", { name: button }));
  await (await choosing).setFiles([await photograph()]);
}

/** Says something about oneself, and cuts a face out of a photo: moved by arrows, zoomed by the slider. */
async function writeProfile({ page, handle }: Person): Promise<void> {
  await open(page, "/settings");
  await chooseFile(page, "Choose a photo");
  const dialog = page.getByRole("dialog", { name: "Cut it to a square" });
  await tabTo(page, dialog.getByRole("slider", { name: "Zoom" }));
  for (let step = 0; step < 20; step += 1) await page.keyboard.press("ArrowRight");
  await pressByKey(page, dialog.getByRole("button", { name: "Use this photo" }));
  await expect(page.getByText("Your photo is saved.")).toBeVisible();
  await typeByKey(page, page.getByLabel("About you"), "I read small print for a living.");
  await typeByKey(page, page.getByRole("combobox", { name: "What you can do" }), "contracts, paperw");
  await page.getByRole("option", { name: "paperwork" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await pressByKey(page, page.getByRole("button", { name: "Save", exact: true }));
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await open(page, `/members/${handle}`);
  await expect(page.getByText("I read small print for a living.")).toBeVisible();
  await expect(page.getByText("paperwork", { exact: true })).toBeVisible();
  // Twice as near, the square is half as high as the photo.
  const [kept] = await query<{ width: number; height: number }>(
    "select width, height from app.photo join app.member on member.photo_id = photo.id where handle = $1",
    [handle],
  );
  expect(kept?.width).toBe(kept?.height);
  expect(kept?.width).toBeLessThanOrEqual(512);
}

/** Publishes an offer. @returns its path */
async function publish({ page }: Person): Promise<string> {
  await open(page, "/listings/new?kind=offer");
  await typeByKey(page, page.getByLabel("Title", { exact: true }), TITLE);
  await typeByKey(page, page.getByLabel("Description"), "Bring the **contract**; I bring the patience.");
  await chooseFile(page, "Add photos");
  await typeByKey(page, page.getByLabel("What it shows"), "A desk");
  await chooseByKey(page, page.getByRole("combobox", { name: "Category" }), "Advice");
  await chooseByKey(page, page.getByRole("combobox", { name: "More exactly" }), "Letters");
  await typeByKey(page, page.getByLabel("Hours"), "2");
  await typeByKey(page, page.getByLabel("Place"), "Valencia");
  await page.getByRole("option", { name: /Spain/ }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await pressByKey(page, page.getByRole("button", { name: "Publish" }));
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole("img", { name: "A desk" })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The seller reads the terms and signs them. */
async function sign({ page }: Person, buyer: Person, proposal: string): Promise<void> {
  await open(page, proposal);
  await pressByKey(page, page.getByRole("button", { name: "Sign the terms" }));
  await expect(page.getByRole("heading", { name: `You have signed. Waiting for ${buyer.called}` })).toBeVisible();
}

/** The buyer pays into the escrow. @returns the deal's path */
async function pay({ page }: Person, seller: Person, proposal: string): Promise<string> {
  await open(page, proposal);
  await expect(page.getByRole("heading", { name: `${seller.called} has signed. Do you pay in?` })).toBeVisible();
  await pressByKey(page, page.getByRole("button", { name: "Pay into the escrow" }));
  await expect(page.getByText(/locked in escrow/)).toBeVisible();
  await alive(page);
  return new URL(page.url()).pathname;
}

/** Opens every day from nine to five, with the keyboard alone. */
async function keepHours({ page }: Person): Promise<void> {
  await open(page, "/calendar");
  await expect(page.getByText("You keep no hours yet")).toBeVisible();
  for (const day of WEEKDAYS) {
    await page.getByRole("button", { name: `Add hours on ${day}` }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(`${day}, from`)).toHaveValue("09:00");
  }
  await page.getByRole("button", { name: "Save hours" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved. What is booked already stays booked.")).toBeVisible();
}

/** Drags the booking of a day one hour down, in the view of that day. */
async function dragBooking(page: Page, startsAt: Date): Promise<void> {
  await open(page, `/calendar?at=${startsAt.toLocaleDateString("sv", { timeZone: "Europe/Madrid" })}`);
  await page.getByRole("button", { name: "Day", exact: true }).click();
  const booking = page.locator(".overview-firm");
  const hour = page.locator(".rbc-time-content .rbc-day-slot .rbc-timeslot-group").first();
  await booking.scrollIntoViewIfNeeded();
  const [from, height] = [await booking.boundingBox(), (await hour.boundingBox())?.height ?? 0];
  if (!from) throw new Error("The booking is not in the day's view.");
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + height / 2, { steps: 4 });
  await page.mouse.move(x, y + height, { steps: 4 });
  await page.mouse.up();
}

/** @returns the private address of the feed */
async function openFeed({ page }: Person): Promise<string> {
  const card = page.getByRole("region", { name: "In your other calendars" });
  await card.getByRole("button", { name: "Create the address" }).focus();
  await page.keyboard.press("Enter");
  return (await card.locator("code").textContent()) ?? "";
}

/** Finds the listing and opens it, with the keyboard alone. */
async function findListing({ page }: Person): Promise<void> {
  await expect(async () => {
    // A word is known once the worker has counted it.
    await open(page, "/");
    await page.getByRole("combobox", { name: "Search offers and requests" }).focus();
    await page.keyboard.type("read contrct");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Showing results for read contract.")).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await pressByKey(page, page.getByRole("link", { name: /^Advice/ }));
  await expect(page).toHaveURL(/category=advice/);
  await pressByKey(page, page.getByRole("link", { name: /^Letters & forms/ }));
  await expect(page).toHaveURL(/category=advice\.paperwork/);
  const found = page.getByRole("region", { name: "Listings" });
  await expect(found.getByRole("listitem")).toHaveCount(1);
  await found.getByRole("link", { name: TITLE }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
}

/** Chooses the third day and the second slot with arrow keys, and sends. @returns the proposal's path and the slot */
async function bookSlot({ page }: Person, seller: Person): Promise<{ path: string; slot: string }> {
  await page.getByRole("link", { name: "Ask for this" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your time, New York")).toBeVisible();
  const days = page.getByRole("grid");
  await days.getByRole("button", { name: /selected/i }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const slots = page.getByRole("listbox", { name: /^Free times on/ });
  await slots.getByRole("option").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const chosen = slots.getByRole("option", { selected: true });
  // Nine to five in Madrid is three to eleven in New York: six hours apart all winter.
  await expect(chosen).toContainText(/0[34]:\d\d – 0[56]:\d\d/);
  await expect(chosen).toContainText(/(09|10):\d\d in Madrid/);
  const slot = `${await slots.getAttribute("aria-label")}: ${await chosen.textContent()}`;
  await page.getByRole("button", { name: `Send to ${seller.called}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Waiting for ${seller.called} to sign` })).toBeVisible();
  await expect(page.getByText(/^This time is held until/)).toBeVisible();
  return { path: new URL(page.url()).pathname, slot };
}

/** Every slot offered on the days around the booked one, as the page writes them. */
async function offeredSlots(page: Page, listing: string): Promise<string[]> {
  await open(page, `/proposals/new?listing=${listing.split("/").at(-1)}`);
  const slots = page.getByRole("listbox", { name: /^Free times on/ });
  const found: string[] = [];
  await page
    .getByRole("grid")
    .getByRole("button", { name: /selected/i })
    .focus();
  for (let day = 0; day < 3; day += 1) {
    if (day > 0) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const label = (await slots.getAttribute("aria-label")) ?? "";
    found.push(...(await slots.getByRole("option").allTextContents()).map((text) => `${label}: ${text}`));
  }
  return found;
}

async function expectComing({ page }: Person, words: string, { held }: { held: boolean }): Promise<void> {
  await expect(async () => {
    await open(page, "/calendar");
    const coming = page.getByRole("region", { name: "What is coming" });
    await expect(coming.getByRole("link", { name: TITLE, exact: true })).toBeVisible({ timeout: 2_000 });
    await expect(coming.getByText(words)).toBeVisible({ timeout: 2_000 });
    await expect(coming.getByText("Held", { exact: true })).toHaveCount(held ? 1 : 0, { timeout: 2_000 });
  }).toPass();
}
