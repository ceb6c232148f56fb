import type { Hands } from "./hands.ts";

/** Clicks, and types where it has clicked. */
export const byPointer: Hands = {
  press: (target) => target.click(),
  type: (field, text) => field.fill(text),
  pick: (radio) => radio.click(),
  async choose(select, beginning) {
    await select.click();
    await select.page().getByRole("option", { name: beginning }).first().click();
  },
  async complete(field, text, suggestion) {
    await field.click();
    await field.pressSequentially(text);
    await field.page().getByRole("option", { name: suggestion }).first().click();
  },
  async chooseLaterDay(days) {
    await days.page().getByRole("button", { name: "Next" }).first().click();
    await days.locator("[role=button]:not([aria-disabled=true])").filter({ visible: true }).first().click();
  },
  takeSecond: (list) => list.getByRole("option").nth(1).click(),
  async slideUp(slider) {
    const box = await slider.boundingBox();
    if (!box) throw new Error("The slider cannot be seen.");
    await slider.click({ position: { x: box.width / 3, y: box.height / 2 } });
  },
};
