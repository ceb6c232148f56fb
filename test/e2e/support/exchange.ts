import { expect } from "./test.ts";
import type { Person } from "./person.ts";
import { toLocalInput } from "#web/lib/zoned-time.ts";
import { alive, open } from "./open.ts";
import { chooseFiles, type Upload } from "./files.ts";

/** The zone of the tests' browsers, as in playwright.config.ts. */
const TIME_ZONE = "Europe/Madrid";

const HOUR = 3_600;

/** What is offered. The category is named as the form names it, and by a part of that name. */
type Offer = {
  title: string;
  hours: number;
  category?: readonly [kind: string, within?: string];
  photo?: { file: Upload; shows: string };
};

/** Publishes an offer in the listing editor. @returns its path */
export async function publishOffer({ page, hands }: Person, offer: Offer): Promise<string> {
  const { title, hours, category = ["Home & repair"], photo } = offer;
  await open(page, "/listings/new?kind=offer");
  await hands.type(page.getByLabel("Title", { exact: true }), title);
  await hands.type(page.getByLabel("Description"), "Bring what you have; I bring the **tools**.");
  if (photo) {
    await chooseFiles(hands, page.getByRole("button", { name: "Add photos" }), photo.file);
    await hands.type(page.getByLabel("What it shows"), photo.shows);
  }
  const [kind, within] = category;
  await hands.choose(page.getByRole("combobox", { name: "Category" }), kind);
  if (within !== undefined) await hands.choose(page.getByRole("combobox", { name: "More exactly" }), within);
  await hands.type(page.getByLabel("Hours"), String(hours));
  await hands.complete(page.getByLabel("Place"), "Valencia", /Spain/);
  await hands.press(page.getByRole("button", { name: "Publish" }));
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Promises one's own time to oneself, without an end. */
export async function promiseTime(
  { page, hands }: Person,
  { unit, amount }: { unit: "Hours" | "Days of 24 h"; amount: number },
) {
  await open(page, "/tokens/promise");
  await hands.pick(page.getByRole("radio", { name: unit }));
  await hands.type(page.getByLabel("How many"), String(amount));
  await hands.pick(page.getByRole("radio", { name: "For ever" }));
  await hands.press(page.getByRole("button", { name: /^Promise / }));
  await expect(page.getByRole("heading", { name: "What you can spend" })).toBeVisible();
}

export interface Proposal {
  listing: string;
  /** When the time begins; now unless given. Unix seconds. */
  startsAt?: number;
  /** Until when it must be marked as done. Unix seconds. */
  doneBy?: number;
  arbiter?: string;
  feePercent?: number;
}

/** Proposes an exchange on a listing, paid with what the buyer holds. @returns the proposal's path */
export async function propose({ page }: Person, seller: Person, proposal: Proposal): Promise<string> {
  const { listing, startsAt = Math.floor(Date.now() / 1000), doneBy, arbiter, feePercent } = proposal;
  await open(page, listing);
  await page.getByRole("link", { name: "Ask for this" }).click();
  await expect(page.getByText("Your time, Madrid")).toBeVisible();
  await page.getByLabel("Starts, at the earliest").fill(toLocalInput(startsAt, TIME_ZONE));
  await page.getByLabel("Marked as done by").fill(toLocalInput(doneBy ?? startsAt + 24 * HOUR, TIME_ZONE));
  if (arbiter !== undefined) {
    await page.getByLabel("Who decides", { exact: true }).click();
    await page.getByRole("option", { name: arbiter }).click();
  }
  if (feePercent !== undefined) {
    await page.getByText("Details", { exact: true }).click();
    await page.getByLabel("Arbiter’s fee").fill(String(feePercent));
  }
  await expect(page.getByText("These go into the escrow:")).toBeVisible();
  await page.getByRole("button", { name: `Send to ${seller.called}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Waiting for ${seller.called} to sign` })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The seller reads the terms and signs them; no transaction. */
export async function signTerms({ page, hands }: Person, buyer: Person, proposal: string): Promise<void> {
  await open(page, proposal);
  await hands.press(page.getByRole("button", { name: "Sign the terms" }));
  await expect(
    page.getByRole("heading", { level: 1, name: `You have signed. Waiting for ${buyer.called}` }),
  ).toBeVisible();
}

/** The buyer pays into the escrow in one transaction. @returns the deal's path */
export async function fund({ page, hands, wallet }: Person, seller: Person, proposal: string): Promise<string> {
  await open(page, proposal);
  await expect(
    page.getByRole("heading", { level: 1, name: `${seller.called} has signed. Do you pay in?` }),
  ).toBeVisible();
  const asked = wallet.prompts.length;
  await hands.press(page.getByRole("button", { name: "Pay into the escrow" }));
  await expect(page.getByText(/locked in escrow/)).toBeVisible();
  expect(wallet.prompts.slice(asked)).toEqual(["eth_sendTransaction"]);
  await alive(page);
  return new URL(page.url()).pathname;
}

/** From an offer to a deal under way, between two members who have joined. @returns the deal's path and id */
export async function openDeal(
  buyer: Person,
  seller: Person,
  proposal: Proposal,
): Promise<{ path: string; id: string }> {
  const page = await propose(buyer, seller, proposal);
  await signTerms(seller, buyer, page);
  const path = await fund(buyer, seller, page);
  return { path, id: path.slice("/deals/".length) };
}

/** The seller says it is done. */
export async function deliver({ page }: Person, buyer: Person, deal: string): Promise<void> {
  await open(page, deal);
  await page.getByRole("button", { name: "Mark as done" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: `You have delivered. ${buyer.called} decides now.` }),
  ).toBeVisible({
    timeout: 30_000,
  });
}
