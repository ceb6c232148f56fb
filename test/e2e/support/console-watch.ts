import type { BrowserContext } from "@playwright/test";

/** What the pages of a browser complained about: errors of scripts, refused content (CSP), failed requests. */
export interface ConsoleWatch {
  complaints(): readonly string[];
  /** Leaves out what a test brought about on purpose. */
  expect(pattern: RegExp): void;
}

export function watchConsole(context: BrowserContext): ConsoleWatch {
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  context.on("weberror", (thrown) => complaints.push(`thrown: ${thrown.error().stack ?? thrown.error().message}`));
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    complaints.push(`${message.text()} (${message.location().url} on ${message.page()?.url() ?? "no page"})`);
  });
  return {
    complaints: () => complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
    expect: (pattern) => void expected.push(pattern),
  };
}
