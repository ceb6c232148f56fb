import type { Locator } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** Steps of a slider that come to about a third of its way. */
const SLIDER_STEPS = 20;

/** Presses Tab until the focus is there, as somebody without a pointer would. */
function tabTo(target: Locator): Promise<void> {
  return tabUntil(target, () => target.evaluate((element) => element === document.activeElement));
}

/** Presses Tab until the focus is on one of the parts that arrow keys then move between. */
function tabInto(composite: Locator): Promise<void> {
  return tabUntil(composite, () => composite.evaluate((element) => element.contains(document.activeElement)));
}

async function tabUntil(target: Locator, isThere: () => Promise<boolean>): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isThere()) return;
    await target.page().keyboard.press("Tab");
  }
  throw new Error("Tab never came there");
}

async function pressKeys(target: Locator, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await target.page().keyboard.press(key);
}

/** Tabs to everything, and has no pointer. */
export const byKeyboard: Hands = {
  async press(target) {
    await tabTo(target);
    await pressKeys(target, "Enter");
  },
  async type(field, text) {
    await tabTo(field);
    await pressKeys(field, "ControlOrMeta+A");
    await field.page().keyboard.type(text);
  },
  async pick(radio) {
    const group = radio.locator("xpath=ancestor::*[@role='radiogroup'][1]");
    await tabInto(group);
    for (let presses = 0; !(await radio.isChecked()); presses += 1) {
      if (presses === 10) throw new Error("The arrows never came there.");
      await pressKeys(radio, "ArrowRight");
    }
  },
  async choose(select, beginning) {
    await byKeyboard.press(select);
    await select.page().getByRole("listbox").waitFor();
    await select.page().keyboard.type(beginning);
    await pressKeys(select, "Enter");
  },
  async complete(field, text, suggestion) {
    await tabTo(field);
    await field.page().keyboard.type(text);
    await field.page().getByRole("option", { name: suggestion }).first().waitFor();
    await pressKeys(field, "ArrowDown", "Enter");
  },
  async chooseLaterDay(days) {
    await tabInto(days);
    await pressKeys(days, "ArrowRight", "ArrowRight", "Enter");
  },
  async takeSecond(list) {
    await tabInto(list);
    await pressKeys(list, "ArrowDown", "Enter");
  },
  async slideUp(slider) {
    await tabTo(slider);
    await pressKeys(slider, ...Array.from({ length: SLIDER_STEPS }, () => "ArrowRight"));
  },
};
