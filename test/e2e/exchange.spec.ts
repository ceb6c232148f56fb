import { packTokenId } from "#domain/token-id.ts";
import { balanceOf } from "./support/chain.ts";
import { query } from "./support/database.ts";
import { deliver, openDeal, promiseTime, publishOffer } from "./support/exchange.ts";
import { join, type Person } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { open } from "./support/open.ts";

test.describe("Given two newcomers, one who offers two hours and one who promises them", { tag: "@main" }, () => {
  test("when they exchange them, then balances, history and both reputations are right", async ({ enter }) => {
    test.setTimeout(300_000);
    const seller = await enter({ name: "Saskia Lindholm", handle: "saskia_l", accounts: [25] });
    const buyer = await enter({ name: "Pau Ferrer", handle: "pau_ferrer", accounts: [26] });

    await join(seller);
    const listing = await publishOffer(seller, { title: "Sharpen your kitchen knives", hours: 2 });
    await join(buyer);
    await promiseTime(buyer, { unit: "Hours", amount: 2 });
    const deal = await openDeal(buyer, seller, { listing });
    await deliver(seller, buyer, deal.path);
    await confirm(buyer, seller);
    await rate(buyer, seller, { stars: 5, words: "Sharp as new." });
    await rate(seller, buyer, { stars: 4, words: "Came on time." });
    await publishBoth(seller);

    await test.step("the deal's page tells the whole story to both", async () => {
      for (const { page } of [seller, buyer]) {
        await open(page, deal.path);
        const story = page.getByRole("region", { name: "What happened and what comes" });
        await expect(story.getByText("2 h locked in escrow")).toBeVisible();
        await expect(story.getByText("Completed")).toBeVisible();
        await expect(story.getByText(`${seller.called} got 2 h`)).toBeVisible();
        await expect(page.getByText("Sharp as new.")).toBeVisible();
        await expect(page.getByText("Came on time.")).toBeVisible();
      }
    });

    await test.step("the tokens have moved, on the chain and on screen", async () => {
      const tokenId = packTokenId({ issuer: buyer.address, unit: "hour", expiry: 0 });
      expect(await balanceOf(seller.address, tokenId)).toBe(2n);
      expect(await balanceOf(buyer.address, tokenId)).toBe(0n);
      await open(seller.page, "/tokens");
      await expect(seller.page.getByRole("row", { name: /Pau Ferrer.*2 h/ })).toBeVisible();
      await open(buyer.page, "/tokens");
      await expect(buyer.page.getByText("You hold no tokens yet")).toBeVisible();
    });

    await test.step("the database holds the same deal, ratings and reputations as the screen", async () => {
      const [row] = await query(
        "select status, outcome, minutes::int, seller_minutes::int, buyer_minutes::int from chain.deal where id = $1",
        [deal.id],
      );
      expect(row).toEqual({
        status: "closed",
        outcome: "completed",
        minutes: 120,
        seller_minutes: 120,
        buyer_minutes: 0,
      });
      const ratings = await query("select rater, stars from chain.rating where deal_id = $1 order by stars", [deal.id]);
      expect(ratings).toEqual([
        { rater: seller.address, stars: 4 },
        { rater: buyer.address, stars: 5 },
      ]);
      await expectRecord(seller, seller.page, { given: "2 h", got: "0 min", mean: "5.0 of 5, 1 rating" });
      await expectRecord(buyer, seller.page, { given: "0 min", got: "2 h", mean: "4.0 of 5, 1 rating" });
    });
  });
});

async function confirm({ page }: Person, seller: Person): Promise<void> {
  // The page follows the chain by itself.
  await expect(
    page.getByRole("heading", { level: 1, name: `${seller.called} has delivered. Is it done?` }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Confirm and pay" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Done. ${seller.called} is paid.` })).toBeVisible({
    timeout: 30_000,
  });
}

async function rate(
  { page }: Person,
  about: Person,
  { stars, words }: { stars: number; words: string },
): Promise<void> {
  const question = page.getByRole("radiogroup", { name: `How was it with ${about.called}?` });
  await question
    .getByRole("radio")
    .nth(stars - 1)
    .click();
  await page.getByLabel("In a few words").fill(words);
  await page.getByRole("button", { name: "Sign and seal" }).click();
  await expect(page.getByText("Yours, sealed")).toBeVisible();
}

async function publishBoth({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Publish both" }).click();
  await expect(page.getByText("Sharp as new.")).toBeVisible();
}

/** A member's public record, on screen as in the database. */
async function expectRecord(
  { address, handle }: Person,
  page: Person["page"],
  { given, got, mean }: { given: string; got: string; mean: string },
): Promise<void> {
  await open(page, `/members/${handle}`);
  const record = page.getByRole("region", { name: "What the chain says" });
  await expect(record.getByText(mean)).toBeVisible();
  await expect(record).toContainText(`Time given${given}`);
  await expect(record).toContainText(`Time got${got}`);
  await expect(record).toContainText("Deals completed1");
  const [row] = await query<{ score: number }>("select score from chain.reputation where address = $1", [address]);
  expect(row?.score).toBeGreaterThan(0);
  await expect(record.getByText(String(row?.score), { exact: true })).toBeVisible();
}
