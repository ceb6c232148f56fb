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

test("Given a reader of Spanish, when they sign in, then the wallet's sentence is taken and they are greeted", async ({
  enter,
}) => {
  const { page } = await enter({ name: "Una visita", handle: "visita", accounts: [33], language: "es-ES" });
  await open(page, "/sign-in");
  const members = page.getByRole("region", { name: "Seguir como miembro de muestra" });
  await members.getByRole("button", { name: "Marek" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Buen[ao]s (días|tardes|noches), Marek/ })).toBeVisible();
});
