import {
  dragBooking,
  expectComing,
  expectNothingComing,
  keepHours,
  lookForSlots,
  openFeed,
} from "./support/calendar.ts";
import { query } from "./support/database.ts";
import { fund, promiseTime, publishOffer, signTerms } from "./support/exchange.ts";
import { chooseFiles, photograph } from "./support/files.ts";
import { byKeyboard } from "./support/keyboard.ts";
import { open } from "./support/open.ts";
import { join, type Person } from "./support/person.ts";
import { byPointer } from "./support/pointer.ts";
import { expect, test } from "./support/test.ts";

/** The same journey twice, each with people and words of its own, since both are on one stack. */
const JOURNEYS = [
  {
    how: "by pointer",
    hands: byPointer,
    seller: { name: "Elena Prats", handle: "elena_prats", account: 42 },
    buyer: { name: "Dana Cole", handle: "dana_cole", account: 43 },
    title: "Translate your letters with you",
    asked: { misspelt: "translate lettrs", meant: "translate letters" },
  },
  {
    how: "by keyboard alone",
    hands: byKeyboard,
    seller: { name: "Rosa Vidal", handle: "rosa_vidal", account: 39 },
    buyer: { name: "Walt Greene", handle: "walt_greene", account: 40 },
    title: "Read your contract with you",
    asked: { misspelt: "read contrct", meant: "read contract" },
  },
];

for (const { how, hands, title, asked, ...who } of JOURNEYS) {
  test(`Given two members an ocean apart, when they meet ${how}, then the slot stands in both calendars and the feed until it is called off`, async ({
    enter,
  }) => {
    test.setTimeout(420_000);
    const seller = await enter({ ...who.seller, hands, accounts: [who.seller.account] });
    const buyer = await enter({ ...who.buyer, hands, accounts: [who.buyer.account], timeZone: "America/New_York" });

    await join(seller);
    await test.step("a profile, with a photo cut to a square", () => writeProfile(seller));
    const photo = { file: await photograph("desk.jpg", 210), shows: "A desk" };
    const listing = await test.step("a listing with a photo", () =>
      publishOffer(seller, { title, hours: 2, category: ["Advice", "Letters"], photo }));
    await expect(seller.page.getByRole("img", { name: "A desk" })).toBeVisible();
    await keepHours(seller);
    const readFeed = await openFeed(seller);

    await join(buyer);
    await promiseTime(buyer, { unit: "Hours", amount: 2 });
    await test.step("it is found by a misspelt word and a filter", () => findListing(buyer, title, asked));
    const { path, day, time } = await bookSlot(buyer, seller, listing);

    await test.step("it is held in both calendars", async () => {
      await expectComing(seller, { title, words: `you give ${buyer.name} time`, held: true });
      await expectComing(buyer, { title, words: `${seller.name} gives you time`, held: true });
      expect(await readFeed()).toContain("STATUS:TENTATIVE");
    });

    const deal = await test.step("it is firm once it is paid, and nobody else is offered it", async () => {
      await signTerms(seller, buyer, path);
      const deal = await fund(buyer, seller, path);
      await expect(buyer.page.getByRole("region", { name: "In both calendars" })).toBeVisible();
      await expectComing(seller, { title, words: `you give ${buyer.name} time`, held: false });
      expect(await readFeed()).toContain("STATUS:CONFIRMED");
      const left = await lookForSlots(buyer, listing);
      expect(left.day).toBe(day);
      expect(left.times).not.toContain(time);
      return deal;
    });

    await test.step("the deal stays about what was agreed, whatever its owner makes of the listing", async () => {
      await editOffer(seller, listing, { title: "Sit with you", hours: 3 });
      await open(buyer.page, deal);
      await hands.press(buyer.page.locator("summary").filter({ hasText: "The listing, as it was agreed" }));
      await expect(buyer.page.getByText(title, { exact: true }).last()).toBeVisible();
      await expect(buyer.page.getByText(/^Changed since then: .*title.*price/)).toBeVisible();
      await editOffer(seller, listing, { title, hours: 2 });
    });

    if (hands === byPointer)
      await test.step("dragged an hour later it asks both, and stays where it was until they have signed", () =>
        dragAndThinkBetterOfIt(seller));

    await test.step("it is free again once the deal is called off", async () => {
      await open(seller.page, deal);
      await hands.press(seller.page.getByRole("button", { name: "Call it off" }));
      await hands.press(seller.page.getByRole("alertdialog").getByRole("button", { name: "Call it off" }));
      await expect(seller.page.getByRole("heading", { level: 1, name: /^Called off/ })).toBeVisible();
      await expectNothingComing(seller);
      await expectNothingComing(buyer);
      expect(await readFeed()).not.toContain("BEGIN:VEVENT");
      const left = await lookForSlots(buyer, listing);
      expect(left.day).toBe(day);
      expect(left.times).toContain(time);
      expect(
        await query("select state, freed_for, sequence from app.booking where seller = $1", [seller.address]),
      ).toEqual([{ state: "freed", freed_for: "refunded", sequence: 2 }]);
    });
  });
}

/** Says something about oneself, and cuts a face out of a photo. */
async function writeProfile({ page, hands, handle }: Person): Promise<void> {
  await open(page, "/settings");
  await chooseFiles(hands, page.getByRole("button", { name: "Choose a photo" }), await photograph("face.jpg", 90));
  const dialog = page.getByRole("dialog", { name: "Cut it to a square" });
  await hands.slideUp(dialog.getByRole("slider", { name: "Zoom" }));
  await hands.press(dialog.getByRole("button", { name: "Use this photo" }));
  await expect(page.getByText("Your photo is saved.")).toBeVisible();
  await hands.type(page.getByLabel("About you"), "I read small print for a living.");
  await hands.complete(page.getByRole("combobox", { name: "What you can do" }), "contracts, paperw", "paperwork");
  await hands.press(page.getByRole("button", { name: "Save", exact: true }));
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await open(page, `/members/${handle}`);
  await expect(page.getByText("I read small print for a living.")).toBeVisible();
  await expect(page.getByText("paperwork", { exact: true })).toBeVisible();
  // Uncut, the square would be kept at 512: what was cut out of it closer has fewer pixels.
  const [kept] = await query<{ width: number; height: number }>(
    "select width, height from app.photo join app.member on member.photo_id = photo.id where handle = $1",
    [handle],
  );
  expect(kept?.width).toBe(kept?.height);
  expect(kept?.width).toBeLessThan(512);
}

/** Finds the listing and opens it. A word is known once the worker has counted it, which may take a minute. */
async function findListing({ page, hands }: Person, title: string, asked: { misspelt: string; meant: string }) {
  await expect(async () => {
    await open(page, "/");
    const field = page.getByRole("combobox", { name: "Search offers and requests" });
    await hands.type(field, asked.misspelt);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Showing results for ${asked.meant}.`)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await hands.press(page.getByRole("link", { name: /^Advice/ }));
  await expect(page).toHaveURL(/category=advice/);
  await hands.press(page.getByRole("link", { name: /^Letters & forms/ }));
  await expect(page).toHaveURL(/category=advice\.paperwork/);
  const found = page.getByRole("region", { name: "Listings" });
  await expect(found.getByRole("listitem")).toHaveCount(1);
  await hands.press(found.getByRole("link", { name: title }));
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Chooses a later day and its second slot, and sends. @returns the proposal's path, the day and the time */
async function bookSlot(buyer: Person, seller: Person, listing: string) {
  const { page, hands } = buyer;
  const { day, times } = await lookForSlots(buyer, listing);
  await expect(page.getByText("Your time, New York")).toBeVisible();
  const slots = page.getByRole("listbox", { name: /^Free times on/ });
  await hands.takeSecond(slots);
  const chosen = slots.getByRole("option", { selected: true });
  // Nine to five in Madrid is three to eleven in New York: six hours apart all winter.
  await expect(chosen).toContainText(/0[34]:\d\d – 0[56]:\d\d/);
  await expect(chosen).toContainText(/(09|10):\d\d in Madrid/);
  await expect(chosen).toHaveText(times[1] ?? "");
  await hands.press(page.getByRole("button", { name: `Send to ${seller.called}` }));
  await expect(page.getByRole("heading", { level: 1, name: `Waiting for ${seller.called} to sign` })).toBeVisible();
  await expect(page.getByText(/^This time is held until/)).toBeVisible();
  return { path: new URL(page.url()).pathname, day, time: times[1] };
}

async function editOffer({ page, hands }: Person, listing: string, to: { title: string; hours: number }) {
  await open(page, `${listing}/edit`);
  await hands.type(page.getByLabel("Title", { exact: true }), to.title);
  await hands.type(page.getByLabel("Hours"), String(to.hours));
  await hands.press(page.getByRole("button", { name: "Save changes" }));
  await expect(page.getByRole("heading", { level: 1, name: to.title })).toBeVisible();
}

/** Drags the seller's booking, sees what would be suggested, and leaves it. */
async function dragAndThinkBetterOfIt({ page, address }: Person): Promise<void> {
  const [booked] = await query<{ starts_at: Date }>("select starts_at from app.booking where seller = $1", [address]);
  if (!booked) throw new Error("Nothing is booked.");
  await dragBooking(page, booked.starts_at);
  const dialog = page.getByRole("dialog", { name: "Suggest another time" });
  const later = new Date(booked.starts_at.getTime() + 3_600_000);
  const madrid = later.toLocaleString("sv", { timeZone: "Europe/Madrid" }).slice(0, 16).replace(" ", "T");
  await expect(dialog.getByLabel("Starts")).toHaveValue(madrid);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).not.toHaveURL(/start=/);
}
