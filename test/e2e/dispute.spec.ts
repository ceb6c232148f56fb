import { packTokenId } from "#domain/token-id.ts";
import { balanceOf, contracts } from "./support/chain.ts";
import { query } from "./support/database.ts";
import { signInAsDemoMember } from "./support/demo-member.ts";
import { deliver, openDeal, promiseTime, publishOffer } from "./support/exchange.ts";
import { join, type Person } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { open } from "./support/open.ts";

/** An arbiter of the demo community. */
const ARBITER = "Anton Krüger";

/** 60 % of a day, and the rest, in minutes. */
const SELLERS = 864;
const BUYERS = 576;

test.describe("Given a day's work paid with one day token", { tag: "@main" }, () => {
  test("when the buyer disputes it and the arbiter rules 60/40, then both are paid to the minute", async ({
    enter,
  }) => {
    test.setTimeout(300_000);
    const seller = await enter({ name: "Tomás Vidal", handle: "tomas_v", accounts: [34] });
    const buyer = await enter({ name: "Freya Holm", handle: "freya_h", accounts: [35] });
    const arbiter = await enter({ name: ARBITER, handle: "arbiter", accounts: [33] });

    await join(seller);
    const listing = await publishOffer(seller, { title: "Paint a room in a day", hours: 24 });
    await join(buyer);
    await promiseTime(buyer, { unit: "Days of 24 h", amount: 1 });
    const deal = await openDeal(buyer, seller, { listing, arbiter: ARBITER, feePercent: 0 });
    await deliver(seller, buyer, deal.path);
    await dispute(buyer);
    await signInAsDemoMember(arbiter.page, ARBITER);
    await rule(arbiter, seller, deal.path);

    await test.step("the page says who got what", async () => {
      for (const { page } of [seller, buyer]) {
        await open(page, deal.path);
        await expect(page.getByRole("heading", { level: 1, name: "Decided and paid" })).toBeVisible();
        await expect(
          page.getByText(`${seller.called} got 14 h 24 min · ${buyer.called} got back 9 h 36 min`),
        ).toBeVisible();
        await expect(page.getByText("One wall is missing its second coat.")).toBeVisible();
      }
    });

    await test.step("the day has become minutes, on the chain and on screen", async () => {
      const day = packTokenId({ issuer: buyer.address, unit: "day", expiry: 0 });
      const minute = packTokenId({ issuer: buyer.address, unit: "minute", expiry: 0 });
      for (const holder of [seller.address, buyer.address, contracts.escrow])
        expect(await balanceOf(holder, day)).toBe(0n);
      expect(await balanceOf(seller.address, minute)).toBe(BigInt(SELLERS));
      expect(await balanceOf(buyer.address, minute)).toBe(BigInt(BUYERS));
      await open(seller.page, "/tokens");
      await expect(seller.page.getByRole("row", { name: /Freya Holm.*14 h 24 min/ })).toBeVisible();
      await open(buyer.page, "/tokens");
      await expect(buyer.page.getByRole("row", { name: /Freya Holm.*9 h 36 min/ })).toBeVisible();
    });

    await test.step("the database holds the same", async () => {
      const [row] = await query(
        "select status, outcome, minutes::int, seller_minutes::int, buyer_minutes::int from chain.deal where id = $1",
        [deal.id],
      );
      const minutes = { minutes: 1_440, seller_minutes: SELLERS, buyer_minutes: BUYERS };
      expect(row).toEqual({ status: "closed", outcome: "ruled", ...minutes });
      const held = await query<{ holder: string; minutes: number }>(
        "select holder, minutes::int from chain.holding where holder = any($1) and amount > 0 order by minutes",
        [[seller.address, buyer.address]],
      );
      expect(held).toEqual([
        { holder: buyer.address, minutes: BUYERS },
        { holder: seller.address, minutes: SELLERS },
      ]);
    });
  });
});

async function dispute({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Something is wrong" }).click();
  const dialog = page.getByRole("dialog", { name: "What is wrong?" });
  await dialog.getByLabel("What happened").fill("Two walls have one coat only.");
  await dialog.getByRole("button", { name: "Raise a dispute" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^You have disputed/ })).toBeVisible();
}

async function rule({ page }: Person, seller: Person, deal: string): Promise<void> {
  await open(page, deal);
  await expect(page.getByText("Two walls have one coat only.")).toBeVisible();
  await page.getByLabel(`Minutes to ${seller.called}`).fill(String(SELLERS));
  await page.getByLabel("Your reasons").fill("One wall is missing its second coat.");
  await expect(page.getByText("14 h 24 min")).not.toHaveCount(0);
  await page.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Decided and paid" })).toBeVisible();
}
