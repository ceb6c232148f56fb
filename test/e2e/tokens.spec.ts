import { packTokenId } from "#domain/token-id.ts";
import { balanceOf } from "./support/chain.ts";
import { promiseTime } from "./support/exchange.ts";
import { open } from "./support/open.ts";
import { join, type Person } from "./support/person.ts";
import { expect, test } from "./support/test.ts";

test.describe("Given a member who promised themselves two hours", () => {
  test("when they convert, send and withdraw some, then every minute is where they put it", async ({ enter }) => {
    test.setTimeout(240_000);
    const member = await enter({ name: "Noa Vidal", handle: "noa_v", accounts: [38] });
    const { page, address } = member;
    const [hours, minutes] = (["hour", "minute"] as const).map((unit) =>
      packTokenId({ issuer: address, unit, expiry: 0 }),
    ) as [bigint, bigint];

    await join(member);
    await promiseTime(member, { unit: "Hours", amount: 2 });

    await test.step("what is not held is refused before the wallet opens", async () => {
      const asked = member.wallet.prompts.length;
      await open(page, `/tokens/send?id=${hours}`);
      await page.getByLabel("How many").fill("3");
      await expect(page.getByText("You do not hold that many.")).toBeVisible();
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await expect(page.getByText("Choose who receives it.")).toBeVisible();
      expect(member.wallet.prompts.length).toBe(asked);
    });

    await test.step("one hour becomes sixty minutes", async () => {
      await open(page, `/tokens/convert?id=${hours}`);
      await page.getByLabel("How many").fill("1");
      await page.getByRole("radio", { name: "Minutes" }).click();
      await page.getByRole("button", { name: "Convert", exact: true }).click();
      await expectRow(member, /Noa Vidal.*in minutes.*1 h/);
      expect([await balanceOf(address, hours), await balanceOf(address, minutes)]).toEqual([1n, 60n]);
    });

    await test.step("twenty of them are given away", async () => {
      await open(page, `/tokens/send?id=${minutes}`);
      await page.getByLabel("How many").fill("20");
      await page.getByLabel("Who receives them").fill("marek");
      await page.getByRole("button", { name: /Marek Dvořák/ }).click();
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await expectRow(member, /Noa Vidal.*in minutes.*40 min/);
      await expect(page.getByRole("row", { name: /Marek Dvořák.*20 min/ })).toBeVisible();
      expect(await balanceOf(address, minutes)).toBe(40n);
    });

    await test.step("ten more are withdrawn", async () => {
      await open(page, `/tokens/burn?id=${minutes}`);
      await page.getByLabel("How many").fill("10");
      await expect(page.getByText("It is your own promise: you take it back")).toBeVisible();
      await page.getByRole("button", { name: "Withdraw it" }).click();
      await expectRow(member, /Noa Vidal.*in minutes.*30 min/);
      expect(await balanceOf(address, minutes)).toBe(30n);
    });
  });
});

async function expectRow({ page }: Person, name: RegExp): Promise<void> {
  await expect(page.getByRole("heading", { name: "What you can spend" })).toBeVisible();
  await expect(page.getByRole("row", { name })).toBeVisible();
}
