import { packTokenId } from "#domain/token-id.ts";
import { balanceOf, turnClockTo } from "../support/chain.ts";
import { query } from "../support/database.ts";
import { openDeal, promiseTime, publishOffer } from "../support/exchange.ts";
import { join } from "../support/person.ts";
import { expect, test } from "../support/test.ts";
import { open } from "../support/open.ts";

const HOUR = 3_600;

test.describe("Given a seller who never delivers", { tag: "@main" }, () => {
  test("when the deadline is over, then the buyer gets everything back", async ({ enter }) => {
    test.setTimeout(300_000);
    const seller = await enter({ name: "Bruno Salas", handle: "bruno_s", accounts: [36] });
    const buyer = await enter({ name: "Alma Rey", handle: "alma_r", accounts: [37] });
    const { page } = buyer;
    const startsAt = Math.ceil(Date.now() / 60_000) * 60;
    const doneBy = startsAt + 3 * HOUR;

    await join(seller);
    const listing = await publishOffer(seller, { title: "Mend a garden gate", hours: 1 });
    await join(buyer);
    await promiseTime(buyer, { unit: "Hours", amount: 1 });
    const deal = await openDeal(buyer, seller, { listing, startsAt, doneBy });
    const tokenId = packTokenId({ issuer: buyer.address, unit: "hour", expiry: 0 });
    expect(await balanceOf(buyer.address, tokenId)).toBe(0n);

    await test.step("until its last second nobody can take the payment back", async () => {
      await expect(page.getByRole("button", { name: "Carry it out" })).toHaveCount(0);
    });

    await turnClockTo(doneBy + 1);
    await open(page, deal.path);
    await expect(
      page.getByRole("heading", { level: 1, name: `${seller.called} did not deliver. Your payment comes back.` }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Carry it out" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: `${seller.called} did not deliver. You got everything back.` }),
    ).toBeVisible();

    expect(await balanceOf(buyer.address, tokenId)).toBe(1n);
    const [row] = await query(
      "select outcome, by_silence, defaulted, buyer_minutes::int, seller_minutes::int from chain.deal where id = $1",
      [deal.id],
    );
    expect(row).toEqual({
      outcome: "refunded",
      by_silence: true,
      defaulted: true,
      buyer_minutes: 60,
      seller_minutes: 0,
    });
    await open(page, "/tokens");
    await expect(page.getByRole("row", { name: /Alma Rey.*1 h/ })).toBeVisible();
    await open(page, `/members/${seller.handle}`);
    await expect(page.getByRole("region", { name: "What the chain says" })).toContainText("Not delivered1");
  });
});
