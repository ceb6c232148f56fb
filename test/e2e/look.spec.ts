import { join } from "node:path";
import { ROOT } from "#scripts/root.ts";
import { SCREENS } from "./support/screens.ts";
import { test as base } from "./support/test.ts";
import { DESKTOP, openScreen, PHONE, prepareTour, type Tour } from "./support/visit.ts";

const FOLDER = join(ROOT, "test-results/look");

const test = base.extend<object, { tour: Tour }>({
  tour: [async ({ browser }, use) => use(await prepareTour(browser)), { scope: "worker", timeout: 120_000 }],
});

for (const screen of SCREENS) {
  test(`Picture of the screen “${screen.name}”`, { tag: "@look" }, async ({ browser, tour }) => {
    const { page, close } = await openScreen(browser, tour, screen);
    for (const [width, viewport] of [
      [1280, DESKTOP],
      [390, PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const file = `${screen.name.replaceAll(" ", "-")}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(FOLDER, file), fullPage: true, animations: "disabled" });
      }
    }
    await close();
  });
}
