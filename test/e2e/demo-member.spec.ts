import { expect, test } from "./support/test.ts";
import { open } from "./support/open.ts";

test(
  "Given no wallet, when a visitor continues as a demo member, then they are in",
  { tag: "@main" },
  async ({ enter }) => {
    const { page, wallet } = await enter({ name: "A visitor", handle: "visitor", accounts: [33] });
    await open(page, "/dashboard");
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    const members = page.getByRole("region", { name: "Continue as a demo member" });
    await members.getByRole("button", { name: "Marek" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Good (morning|afternoon|evening), Marek/ })).toBeVisible(
      {
        timeout: 30_000,
      },
    );
    await expect(page.getByRole("button", { name: /^Account of Marek/ })).toBeVisible();
    expect(wallet.prompts, "the visitor's own wallet is left alone").toEqual([]);
  },
);
