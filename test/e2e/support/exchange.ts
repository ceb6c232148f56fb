import { expect } from "./test.ts";
import type { Person } from "./person.ts";
import { toLocalInput } from "#web/lib/zoned-time.ts";
import { open } from "./open.ts";

/** The zone of the tests' browsers, as in playwright.config.ts. */
const TIME_ZONE = "Europe/Madrid";

const HOUR = 3_600;

type Offer = { title: string; hours: number; photo?: { name: string; mimeType: string; buffer: Buffer } };

/** Publishes an offer in the listing editor. @returns its path */
export async function publishOffer({ page }: Person, offer: Offer): Promise<string> {
  await open(page, "/listings/new?kind=offer");
  await page.getByLabel("Title", { exact: true }).fill(offer.title);
  await page.getByLabel("Description").fill("Bring what you have; I bring the **tools**.");
  if (offer.photo) {
    await page.locator("input[type=file]").setInputFiles([offer.photo]);
    await expect(page.getByLabel("What it shows")).toHaveCount(1);
  }
  await page.getByRole("combobox", { name: "Category" }).click();
  await page.getByRole("option", { name: "Home & repair" }).click();
  await page.getByLabel("Hours").fill(String(offer.hours));
  await page.getByLabel("Place").fill("Valencia");
  await page.getByRole("option", { name: /Spain/ }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: offer.title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Promises one's own time to oneself, without an end. */
export async function promiseTime(
  { page }: Person,
  { unit, amount }: { unit: "Hours" | "Days of 24 h"; amount: number },
) {
  await open(page, "/tokens/promise");
  await page.getByRole("radio", { name: unit }).click();
  await page.getByLabel("How many").fill(String(amount));
  await page.getByRole("radio", { name: "For ever" }).click();
  await page.getByRole("button", { name: /^Promise / }).click();
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
export async function signTerms({ page }: Person, buyer: Person, proposal: string): Promise<void> {
  await open(page, proposal);
  await page.getByRole("button", { name: "Sign the terms" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: `You have signed. Waiting for ${buyer.called}` }),
  ).toBeVisible();
}

/** The buyer pays into the escrow in one transaction. @returns the deal's path */
export async function fund({ page, wallet }: Person, seller: Person, proposal: string): Promise<string> {
  await open(page, proposal);
  await expect(
    page.getByRole("heading", { level: 1, name: `${seller.called} has signed. Do you pay in?` }),
  ).toBeVisible();
  const asked = wallet.prompts.length;
  await page.getByRole("button", { name: "Pay into the escrow" }).click();
  await expect(page.getByText(/locked in escrow/)).toBeVisible();
  expect(wallet.prompts.slice(asked)).toEqual(["eth_sendTransaction"]);
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
