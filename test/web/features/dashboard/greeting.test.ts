import { expect, it } from "vitest";
import { greetingAt } from "#web/features/dashboard/greeting.ts";

it.each([
  ["2026-11-22T04:59:00Z", "UTC", "evening"],
  ["2026-11-22T05:00:00Z", "UTC", "morning"],
  ["2026-11-22T11:59:00Z", "UTC", "morning"],
  ["2026-11-22T12:00:00Z", "UTC", "afternoon"],
  ["2026-11-22T17:30:00Z", "Europe/Berlin", "evening"],
  ["2026-11-22T23:30:00Z", "Asia/Tokyo", "morning"],
  ["2026-11-22T00:00:00Z", "UTC", "evening"],
] as const)("at %s in %s it is %s", (at, timeZone, greeting) => {
  expect(greetingAt(new Date(at), timeZone)).toBe(greeting);
});
