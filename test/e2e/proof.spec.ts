import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { ROOT } from "#scripts/root.ts";
import { query } from "./support/database.ts";
import { open } from "./support/open.ts";
import { place } from "./support/place.ts";
import { findScreenIds } from "./support/screens.ts";
import { expect, test as base } from "./support/test.ts";

/** Nobody signs in here: the usual page of the runner does. */
const test = base.extend({ baseURL: ({ browserName: _ }, use) => use(place().origin) });

test("Given a deal of the community that is over, when its receipt is downloaded, then it holds, and no edit of it does", async ({
  page,
}, testInfo) => {
  const { closedDeal } = await findScreenIds();
  await open(page, `/deals/${closedDeal}`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the receipt" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`timetoken-deal-${closedDeal.slice(2, 12)}.json`);
  await expect(page.getByText("The receipt is in your downloads.")).toBeVisible();
  const file = testInfo.outputPath("receipt.json");
  await download.saveAs(file);

  const { claims, blocks } = JSON.parse(await readFile(file, "utf8")) as {
    claims: { outcome: string };
    blocks: { hash: string }[];
  };
  const accepted = await verifyReceipt([file, ...blocks.flatMap(({ hash }) => ["--block-hash", hash])]);
  expect(accepted).toMatchObject({ code: 0, said: "" });
  expect(accepted.out).toContain("The receipt is genuine");

  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(`"outcome": "${claims.outcome}"`, '"outcome": "amended"'));
  expect(await verifyReceipt([file])).toMatchObject({ code: 1, out: "" });
});

test("Given the search box, when something with a page is searched for, then the search leads there, with keys alone", async ({
  page,
}) => {
  const { closedDeal, token, transaction } = await findScreenIds();
  const [head] = await query<{ block: number; hash: string }>("select block::int, hash from chain.head");
  const [issuer] = await query<{ issuer: string }>(`select issuer from chain.token where id = ${token}`);
  await open(page, "/");
  for (const [text, path] of [
    [token, `/tokens/${token}`],
    [`0x${BigInt(token).toString(16)}`, `/tokens/${token}`],
    [closedDeal, `/deals/${closedDeal}`],
    [transaction, `/tx/${transaction}`],
    [head!.hash, `/blocks/${head!.block}`],
    [String(head!.block), `/blocks/${head!.block}`],
    [issuer!.issuer, `/addresses/${issuer!.issuer}`],
    ["@ines", "/members/ines"],
    ["bike", "/?q=bike"],
  ] as const) {
    await search(page, text);
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search, text).toBe(path);
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await search(page, "99999999");
  await expect(page.getByText("There is no block 99999999 yet.")).toBeVisible();
});

test("Given a page of proof, then what the index says is equal to what the node says", async ({ page }) => {
  const { token, transaction, otherHandle } = await findScreenIds();
  for (const path of [
    `/tokens/${token}`,
    `/tx/${transaction}`,
    `/promises/${otherHandle}`,
    `/reputation/${otherHandle}`,
  ]) {
    await open(page, path);
    const check = page.getByRole("region", { name: "Our index beside the node" });
    await expect(check.locator("[data-verdict=equal]").filter({ visible: true }).first(), path).toBeVisible();
    await expect(check.locator("[data-verdict=different], [data-verdict=unanswered]"), path).toHaveCount(0);
  }
});

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  const box = page.getByRole("dialog").getByRole("searchbox");
  await expect(box).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
}

type Ended = { code: number; out: string; said: string };

async function verifyReceipt(args: readonly string[]): Promise<Ended> {
  return promisify(execFile)(process.execPath, ["scripts/verify-receipt.ts", ...args], { cwd: ROOT }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: stdout,
      said: stderr,
    }),
  );
}
