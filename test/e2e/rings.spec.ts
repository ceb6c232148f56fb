import { query } from "./support/database.ts";
import { signInAsDemoMember } from "./support/demo-member.ts";
import { open } from "./support/open.ts";
import { expect, test } from "./support/test.ts";

const TITLE = "You two: each gives 1 h";

test("Given two who could give each other something, when both say yes to the circle, then each can ask the other", async ({
  enter,
}) => {
  test.setTimeout(180_000);
  const ines = (await enter({ name: "Inés", handle: "for_ines", accounts: [33] })).page;
  const piotr = (await enter({ name: "Piotr", handle: "for_piotr", accounts: [33] })).page;
  await signInAsDemoMember(ines, "Inés");
  await signInAsDemoMember(piotr, "Piotr");

  await test.step("the worker proposes it to both, with why they fit", async () => {
    await expect(async () => {
      await query("select graphile_worker.add_job('refresh_free_time'), graphile_worker.add_job('propose_rings')");
      await open(ines, "/matches");
      await expect(ines.getByRole("heading", { name: TITLE })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    const served = ines.getByRole("region", { name: "Requests you can serve" }).getByRole("listitem");
    const wish = served.filter({ hasText: "Spanish enough for a summer in Asturias" });
    await expect(wish).toContainText("Piotr Zieliński");
    await expect(wish).toContainText("Spanish, just what is asked");
  });

  await test.step("one yes binds nobody", async () => {
    await ines.getByRole("button", { name: "I’m in" }).click();
    await expect(ines.getByText("1 of 2 are in.")).toBeVisible();
    await open(piotr, "/matches");
    await expect(piotr.getByText("1 of 2 are in.")).toBeVisible();
  });

  await test.step("two make it round: each asks the one before them", async () => {
    await piotr.getByRole("button", { name: "I’m in" }).click();
    await expect(piotr.getByText("Everybody is in.")).toBeVisible();
    await open(ines, "/inbox");
    await ines.getByRole("link", { name: /Everybody in your circle is in/ }).click();
    await ines.getByRole("link", { name: "Ask Piotr Zieliński" }).click();
    await expect(ines).toHaveURL(/\/proposals\/new\?listing=/);
    await expect(ines.getByText("Doors that stick, tables that wobble").first()).toBeVisible();
  });
});
