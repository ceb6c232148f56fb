import { test as base, expect } from "@playwright/test";
import { openBrowserFor, type Newcomer, type Person } from "./person.ts";

interface Fixtures {
  /** Opens a browser for somebody. It closes with the test, which fails if a page complained in the console. */
  enter: (newcomer: Newcomer) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  enter: async ({ browser }, use) => {
    const people: Person[] = [];
    await use(async (newcomer) => {
      const person = await openBrowserFor(browser, newcomer);
      people.push(person);
      return person;
    });
    for (const { context } of people) await context.close();
    for (const { name, watch } of people) expect.soft(watch.complaints(), `${name}'s console`).toEqual([]);
  },
});

export { expect };
