import type { Page } from "@playwright/test";
import { chooseFiles, photograph } from "./support/files.ts";
import { byKeyboard } from "./support/keyboard.ts";
import { open } from "./support/open.ts";
import { join } from "./support/person.ts";
import { byPointer } from "./support/pointer.ts";
import { expect, test } from "./support/test.ts";

const SVG = { name: "logo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg onload='alert(1)'/>") };

/** Drags the second photo above the first one, with the mouse. */
async function dragSecondPhotoUp(page: Page): Promise<void> {
  const rows = page.getByRole("list", { name: "Photos, the cover first" }).getByRole("listitem");
  await rows.nth(1).locator("[draggable=true]").dragTo(rows.nth(0));
}

test("Given a member, when they draft, show, publish, edit, pause and close a listing, then each step holds", async ({
  enter,
}) => {
  test.setTimeout(240_000);
  const member = await enter({ name: "Noor Visser", handle: "noor_v", accounts: [41] });
  const { page, watch } = member;
  watch.expect(/status of 415/);
  await join(member);

  await test.step("a file that is no photo is refused with a sentence, and nothing typed is lost", async () => {
    await open(page, "/listings/new?kind=offer");
    await page.getByLabel("Title", { exact: true }).fill("Bread from your own oven");
    await page.getByLabel("Description").fill("We bake **two loaves**; you keep both.");
    await page.locator("input[type=file]").setInputFiles([SVG]);
    await expect(page.getByText("logo.jpg: Drawings (SVG) are not taken.")).toBeVisible();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Bread from your own oven");
  });

  await test.step("what is typed survives a reload, and Enter in a field sends nothing", async () => {
    await page.getByLabel("Title", { exact: true }).press("Enter");
    await expect(page.getByText(/^Saved on this device at \d/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/^Your words of .* are back/)).toBeVisible();
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Bread from your own oven");
    await expect(page.getByLabel("Description")).toHaveValue("We bake **two loaves**; you keep both.");
  });

  await test.step("two tabs do not write over each other", async () => {
    const other = await page.context().newPage();
    await open(other, "/listings/new?kind=offer");
    await other.getByLabel("Title", { exact: true }).fill("Cake from your own oven");
    await expect(page.getByText(/Another tab changed this .*“Cake from your own oven”/)).toBeVisible();
    await page.getByRole("button", { name: "Keep these" }).click();
    await expect(other.getByText(/Another tab changed this .*“Bread from your own oven”/)).toBeVisible();
    await other.getByRole("button", { name: "Take those words" }).click();
    await expect(other.getByLabel("Title", { exact: true })).toHaveValue("Bread from your own oven");
    await other.close();
  });

  await test.step("skills are suggested, or typed with commas, and taken out", async () => {
    const skills = page.getByRole("combobox", { name: "Skills" });
    await skills.pressSequentially("bak");
    await expect(page.getByRole("option", { name: "baking" })).toBeVisible();
    await skills.press("ArrowDown");
    await skills.press("Enter");
    await skills.pressSequentially("sourdough, Baking, rye");
    await page.getByLabel("Description").focus();
    await expect(page.getByRole("list", { name: "Skills so far" }).getByRole("listitem")).toHaveText([
      "baking",
      "sourdough",
      "rye",
    ]);
    await page.getByRole("button", { name: "Remove rye" }).press("Enter");
    await expect(page.getByRole("button", { name: "Remove rye" })).toHaveCount(0);
  });

  await test.step("two photos are uploaded, described, and put in order", async () => {
    const addPhotos = page.getByRole("button", { name: "Add photos" });
    await chooseFiles(byPointer, addPhotos, await photograph("oven.jpg", 220), await photograph("loaf.jpg", 40));
    await expect(page.getByLabel("What it shows")).toHaveCount(2);
    await page.getByLabel("What it shows").nth(0).fill("An oven");
    await page.getByLabel("What it shows").nth(1).fill("A loaf");
    await page.getByRole("button", { name: "Move photo 2 forward" }).click();
    await expect(page.getByLabel("What it shows").nth(0)).toHaveValue("A loaf");
    await dragSecondPhotoUp(page);
    await expect(page.getByLabel("What it shows").nth(0)).toHaveValue("An oven");
    await dragSecondPhotoUp(page);
    await expect(page.getByLabel("What it shows").nth(0)).toHaveValue("A loaf");
  });

  await test.step("a price of nothing is refused beside its field", async () => {
    await page.getByRole("combobox", { name: "Category" }).click();
    await page.getByRole("option", { name: "Garden & kitchen" }).click();
    await page.getByRole("combobox", { name: "More exactly" }).click();
    await page.getByRole("option", { name: "Baking" }).click();
    await page.getByLabel("Hours").fill("0");
    await page.getByLabel("Place").fill("utre");
    await page.getByRole("option", { name: /^Utrecht.*Netherlands/ }).click();
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await expect(page.getByText("It takes at least one minute.")).toBeVisible();
    await page.getByLabel("Hours").fill("2");
  });

  await test.step("a preview shows it as others will see it, and saves nothing", async () => {
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("dialog", { name: "As others will see it" });
    await expect(preview.getByRole("heading", { name: "Bread from your own oven" })).toBeVisible();
    await expect(preview.getByText("two loaves", { exact: true })).toHaveCSS("font-weight", /[67]00|bold/);
    await expect(preview.getByRole("img", { name: "A loaf" })).toBeVisible();
    await expect(preview.getByText("sourdough")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(preview).toHaveCount(0);
  });

  await test.step("as a draft only its owner sees it, photos and all", async () => {
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Bread from your own oven" })).toBeVisible();
    await expect(page.getByRole("img", { name: "A loaf" })).toBeVisible();
    await expect(page.getByText("Draft", { exact: true })).toBeVisible();
    await expect(page.getByText("Baking", { exact: true })).toBeVisible();
    const stranger = await page.context().browser()?.newContext();
    const answer = await stranger?.request.get(page.url());
    expect(answer?.status()).toBe(404);
    await stranger?.close();
  });

  await test.step("the next one begins empty", async () => {
    const draft = page.url();
    await open(page, "/listings/new?kind=offer");
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue("");
    await page.goto(draft);
  });

  await test.step("each photo opens large, by what it shows", async () => {
    await page.getByRole("button", { name: "A loaf" }).click();
    await expect(page.getByRole("dialog", { name: "A loaf" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("a photo is served as what it is, and nothing else", async () => {
    const source = await page.getByRole("img", { name: "A loaf" }).getAttribute("src");
    const answer = await page.request.get(source ?? "");
    expect(answer.headers()).toMatchObject({ "content-type": "image/webp", "x-content-type-options": "nosniff" });
    expect(answer.headers()["cache-control"]).toContain("immutable");
    expect(answer.headers()["content-disposition"]).toMatch(/^inline; filename="[0-9a-f-]+-full\.webp"$/);
  });

  await test.step("it is published, edited, paused and closed for good", async () => {
    await expect(page.getByRole("button", { name: "Publish" })).toHaveAccessibleDescription(/^Everybody finds it/);
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Pause" })).toHaveAccessibleDescription(/^Nobody finds it/);
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Remove photo 2" }).click();
    await page.getByLabel("Title", { exact: true }).fill("Bread from your oven, twice");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Bread from your oven, twice" })).toBeVisible();
    await expect(page.getByRole("img", { name: "An oven" })).toHaveCount(0);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Paused", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Close for good" }).click();
    await page.getByRole("button", { name: "Close it" }).click();
    await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  });

  await test.step("another one is published by keyboard alone", async () => {
    const { press, type, choose, complete } = byKeyboard;
    await open(page, "/listings/new?kind=offer");
    await type(page.getByLabel("Title", { exact: true }), "Knots that hold");
    await type(page.getByLabel("Description"), "Five knots in one hour.");
    const addPhotos = page.getByRole("button", { name: "Add photos" });
    await chooseFiles(byKeyboard, addPhotos, await photograph("knot.jpg", 90), await photograph("rope.jpg", 10));
    await expect(page.getByLabel("What it shows")).toHaveCount(2);
    await type(page.getByLabel("What it shows").nth(1), "A rope");
    await press(page.getByRole("button", { name: "Move photo 2 forward" }));
    await expect(page.getByLabel("What it shows").nth(0)).toHaveValue("A rope");
    await choose(page.getByRole("combobox", { name: "Category" }), "Arts");
    await choose(page.getByRole("combobox", { name: "More exactly" }), "Crafts");
    await complete(page.getByLabel("Place"), "utrecht", /^Utrecht/);
    await expect(page.getByText("On the map, to about two kilometres.")).toBeVisible();
    await press(page.getByRole("button", { name: "Publish" }));
    await expect(page.getByRole("heading", { level: 1, name: "Knots that hold" })).toBeVisible();
    await expect(page.getByRole("img", { name: "A rope" })).toBeVisible();
    await expect(page.getByText("Crafts", { exact: true })).toBeVisible();
  });

  await test.step("the market finds it by its category, and by the one that belongs to", async () => {
    await open(page, "/?category=arts");
    await page.getByRole("link", { name: /^Crafts/ }).click();
    await expect(page).toHaveURL(/category=arts\.crafts/);
    await expect(page.getByRole("link", { name: "Knots that hold" })).toBeVisible();
  });
});
