import type { Page } from "@playwright/test";
import { alive, open } from "./open.ts";
import type { Person } from "./person.ts";
import { expect } from "./test.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Opens every day from nine to five. */
export async function keepHours({ page, hands }: Person): Promise<void> {
  await open(page, "/calendar");
  await expect(page.getByText("You keep no hours yet")).toBeVisible();
  for (const day of WEEKDAYS) {
    await hands.press(page.getByRole("button", { name: `Add hours on ${day}` }));
    await expect(page.getByLabel(`${day}, from`)).toHaveValue("09:00");
  }
  await hands.press(page.getByRole("button", { name: "Save hours" }));
  await expect(page.getByText("Saved. What is booked already stays booked.")).toBeVisible();
}

/** Creates the private address of the feed. @returns what the feed says, whenever it is asked */
export async function openFeed({ page, hands }: Person): Promise<() => Promise<string>> {
  const card = page.getByRole("region", { name: "In your other calendars" });
  await hands.press(card.getByRole("button", { name: "Create the address" }));
  const address = (await card.locator("code").textContent()) ?? "";
  return async () => {
    const answer = await page.request.get(address);
    expect(answer.headers()["content-type"]).toContain("text/calendar");
    return answer.text();
  };
}

/** Sees the booking in the overview of what is coming, which may take a moment to follow. */
export async function expectComing(
  { page }: Person,
  { title, words, held }: { title: string; words: string; held: boolean },
): Promise<void> {
  await expect(async () => {
    await open(page, "/calendar");
    const coming = page.getByRole("region", { name: "What is coming" });
    await expect(coming.getByRole("link", { name: title, exact: true })).toBeVisible({ timeout: 2_000 });
    await expect(coming.getByText(words)).toBeVisible({ timeout: 2_000 });
    await expect(coming.getByText("Held", { exact: true })).toHaveCount(held ? 1 : 0, { timeout: 2_000 });
  }).toPass();
}

/** Sees that nothing is booked any more. */
export async function expectNothingComing({ page }: Person): Promise<void> {
  await expect(async () => {
    await open(page, "/calendar");
    await expect(page.getByText("Nothing is booked.")).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Drags a firm booking one hour down, in the view of its day in Madrid. */
export async function dragBooking(page: Page, startsAt: Date): Promise<void> {
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

/**
 * Asks for an offer on a later day than the first that is free.
 * @returns that day, and its free times, as the page writes them
 */
export async function lookForSlots(
  { page, hands }: Person,
  listing: string,
): Promise<{ day: string; times: string[] }> {
  await open(page, listing);
  await hands.press(page.getByRole("link", { name: "Ask for this" }));
  await alive(page);
  await hands.chooseLaterDay(page.getByRole("grid"));
  const slots = page.getByRole("listbox", { name: /^Free times on/ });
  return {
    day: (await slots.getAttribute("aria-label")) ?? "",
    times: await slots.getByRole("option").allTextContents(),
  };
}
