import { test as base, expect } from "@playwright/test";
import { describeScreen } from "./describe-screen.ts";
import { openBrowserFor, type Newcomer, type Person } from "./person.ts";

interface Fixtures {
  /**
   * Opens a browser for somebody. It closes with the test, which fails if a page complained in the console; a test that
   * failed prints what everybody saw last.
   */
  enter: (newcomer: Newcomer) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  enter: async ({ browser }, use, test) => {
    const people: Person[] = [];
    await use(async (newcomer) => {
      const person = await openBrowserFor(browser, newcomer);
      people.push(person);
      return person;
    });
    if (test.status !== test.expectedStatus) for (const person of people) console.log(await describeScreen(person));
    for (const { context } of people) await context.close();
    for (const { name, watch } of people) expect.soft(watch.complaints(), `${name}'s console`).toEqual([]);
  },
});

export { expect };
