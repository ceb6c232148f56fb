import { query } from "./support/database.ts";
import { chooseWallet, join, type Person } from "./support/person.ts";
import { expect, test } from "./support/test.ts";
import { open } from "./support/open.ts";

/** Ethereum's main chain: known to every wallet, and not ours. */
const ELSEWHERE = 1;

test.describe("Given a wallet whose owner says no", { tag: "@main" }, () => {
  test("when the prompts of a sign-in are rejected, then nothing happens and the next try works", async ({ enter }) => {
    const person = await enter({ name: "Noor Haddad", handle: "noor_h", accounts: [27] });
    const { page, wallet } = person;
    await open(page, "/sign-in");

    wallet.rejectNext();
    await chooseWallet(person);
    await expect.poll(() => wallet.prompts).toHaveLength(1);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("button", { name: "Choose a wallet" })).toBeEnabled();

    await chooseWallet(person);
    await expect
      .poll(() => wallet.prompts)
      .toEqual(["wallet_requestPermissions", "wallet_requestPermissions", "personal_sign"]);
    await expect(page.getByRole("heading", { name: "Welcome. Who are you here?" })).toBeVisible();
  });

  test("when a transaction is rejected, then no error is shown and the same button works again", async ({ enter }) => {
    const person = await enter({ name: "Ida Moreau", handle: "ida_m", accounts: [28] });
    const { page, wallet } = person;
    await join(person);
    await open(page, "/tokens/promise");
    await page.getByRole("radio", { name: "For ever" }).click();
    const button = page.getByRole("button", { name: "Promise 1 h" });

    wallet.rejectNext();
    await button.click();
    await expect(page.getByRole("button", { name: "Confirm in wallet" })).toBeVisible();
    await expect(button).toBeEnabled();
    await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
    expect(await promisedMinutes(person)).toBeUndefined();

    await button.click();
    await expect(page.getByRole("heading", { name: "What you can spend" })).toBeVisible();
    expect(await promisedMinutes(person)).toBe(60);
  });
});

test.describe("Given a wallet on another network", { tag: "@main" }, () => {
  test("when it does not know ours, then signing in adds it with one prompt", async ({ enter }) => {
    const person = await enter({ name: "Emil Sørensen", handle: "emil_s", accounts: [29], chainId: ELSEWHERE });
    await join(person);
    expect(person.wallet.chainId).toBe(31337);
    expect(person.wallet.prompts).toEqual(["wallet_requestPermissions", "wallet_addEthereumChain", "personal_sign"]);
  });

  test("when it moves away after the sign-in, then the next transaction first brings it back", async ({ enter }) => {
    const person = await enter({ name: "Vera Costa", handle: "vera_c", accounts: [30] });
    const { page, wallet } = person;
    await join(person);
    await wallet.moveTo(ELSEWHERE);
    await open(page, "/tokens/promise");
    await page.getByRole("radio", { name: "For ever" }).click();

    wallet.rejectNext();
    await page.getByRole("button", { name: "Promise 1 h" }).click();
    await expect.poll(() => wallet.prompts.at(-1)).toBe("wallet_switchEthereumChain");
    await expect(page.getByRole("button", { name: "Promise 1 h" })).toBeEnabled();
    expect(wallet.chainId).toBe(ELSEWHERE);

    await page.getByRole("button", { name: "Promise 1 h" }).click();
    await expect(page.getByRole("heading", { name: "What you can spend" })).toBeVisible();
    expect(wallet.prompts.slice(-2)).toEqual(["wallet_switchEthereumChain", "eth_sendTransaction"]);
  });
});

test.describe("Given a member whose wallet turns to another account", { tag: "@main" }, () => {
  test("when that happens, then the session ends at once, in the database too", async ({ enter }) => {
    const person = await enter({ name: "Jun Watanabe", handle: "jun_w", accounts: [31, 32] });
    const { page, wallet } = person;
    await join(person);
    expect(await sessions(person)).toBe(1);

    await wallet.turnTo(1);
    await expect(page.getByText("Your wallet is on another account now, so you were signed out here.")).toBeVisible();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    await expect.poll(() => sessions(person)).toBe(0);
  });
});

async function promisedMinutes({ address }: Person): Promise<number | undefined> {
  const sql = "select minted_minutes::int as minutes from chain.issuer where address = $1";
  return (await query<{ minutes: number }>(sql, [address]))[0]?.minutes;
}

async function sessions({ address }: Person): Promise<number> {
  const sql = "select count(*)::int as count from app.session where address = $1";
  return (await query<{ count: number }>(sql, [address]))[0]?.count ?? 0;
}
