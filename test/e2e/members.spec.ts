import { query } from "./support/database.ts";
import { signInAsDemoMember } from "./support/demo-member.ts";
import { open } from "./support/open.ts";
import { place } from "./support/place.ts";
import { expect, test } from "./support/test.ts";

const ADDRESS = "ruth@example.org";

test("Given a member, when they add an e-mail address, then a link verifies it once, and the database does not tell it", async ({
  enter,
}) => {
  test.setTimeout(180_000);
  const { page, context, watch } = await enter({ name: "Ruth", handle: "for_ruth", accounts: [33] });
  // The mailbox shows a mail as strangers' writing: nothing in it may run.
  watch.expect(/Blocked script execution/);
  await signInAsDemoMember(page, "Ruth");

  await test.step("what is no address is refused beside the field", async () => {
    await open(page, "/settings/email");
    await page.getByLabel("E-mail address").fill("ruth at example");
    await page.getByRole("button", { name: "Send a link" }).click();
    await expect(page.getByText("This is not an e-mail address.")).toBeVisible();
    await page.getByLabel("E-mail address").fill("Ruth@example.org");
    await page.getByRole("button", { name: "Send a link" }).click();
    await expect(page.getByText("Waiting for its link")).toBeVisible();
  });

  await test.step("the link in the mail verifies it, once", async () => {
    const mailbox = await context.newPage();
    await mailbox.goto(place().mailboxUrl ?? "");
    await expect(async () => {
      await mailbox.reload();
      await mailbox.getByRole("link", { name: ADDRESS }).first().click({ timeout: 2_000 });
    }).toPass();
    await mailbox.getByRole("link", { name: "/email/" }).click();
    await mailbox.getByRole("button", { name: "Confirm this address" }).click();
    await expect(mailbox.getByText("The address is confirmed.")).toBeVisible();
    // And it stays so, instead of saying that the link was used.
    await mailbox.waitForLoadState("networkidle");
    await expect(mailbox.getByText("The address is confirmed.")).toBeVisible();
    await open(page, "/settings/email");
    await expect(page.getByRole("listitem").filter({ hasText: ADDRESS })).toContainText("Verified");
  });

  await test.step("the database keeps it unreadable, and nothing of it once it is removed", async () => {
    const kept = await query<object>("select * from app.member_email");
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain("example");
    await page.getByRole("button", { name: "Remove the address" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove the address" }).click();
    await expect(page.getByText("Add an address")).toBeVisible();
    expect(await query("select * from app.member_email")).toEqual([]);
  });
});

test("Given two members, when one blocks the other, then nothing new begins between them until it is taken back", async ({
  enter,
}) => {
  test.setTimeout(180_000);
  const sofia = (await enter({ name: "Sofia", handle: "for_sofia", accounts: [33] })).page;
  const mehmet = (await enter({ name: "Mehmet", handle: "for_mehmet", accounts: [33] })).page;
  await signInAsDemoMember(sofia, "Sofia");
  await signInAsDemoMember(mehmet, "Mehmet");

  await test.step("who blocks no longer sees the other's offers, and the other can no longer ask", async () => {
    await open(sofia, "/members/mehmet");
    await sofia.getByRole("button", { name: "Block" }).click();
    await sofia.getByRole("alertdialog").getByRole("button", { name: "Block" }).click();
    await expect(sofia.getByText("You blocked Mehmet", { exact: false })).toBeVisible();
    await open(sofia, "/?q=simit");
    await expect(sofia.getByText("Bake simit with me at dawn")).toHaveCount(0);
    await open(mehmet, "/?q=slow+yoga");
    await mehmet.getByRole("link", { name: "Slow yoga for quick people" }).click();
    await expect(mehmet.getByText(/is not available for new exchanges with you/)).toBeVisible();
    await expect(mehmet.getByRole("link", { name: "Ask for this" })).toHaveCount(0);
  });

  await test.step("in the settings it is taken back", async () => {
    await open(sofia, "/settings/blocked");
    await sofia.getByRole("button", { name: /^Unblock/ }).click();
    await expect(sofia.getByText("You have blocked nobody")).toBeVisible();
    await mehmet.reload();
    await expect(mehmet.getByRole("link", { name: "Ask for this" })).toBeVisible();
  });
});
