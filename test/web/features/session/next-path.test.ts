import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { nextPath } from "#web/features/session/next-path.ts";
import { paths } from "#web/lib/paths.ts";

describe("nextPath", () => {
  it.each([
    undefined,
    ["/deals"],
    "",
    "deals",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example/",
    "javascript:alert(1)",
  ])("goes to the dashboard instead of %j", (value) => {
    expect(nextPath(value)).toBe(paths.dashboard());
  });
  it.each(["/", "/deals/0x12?tab=1#now", "/listings/new?kind=offer"])("goes to %s", (value) => {
    expect(nextPath(value)).toBe(value);
  });
  it("never leaves this site", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `/${rest}`),
          fc.webUrl(),
        ),
        (value) => {
          const target = new URL(nextPath(value), "https://timetoken.example");
          expect(target.origin).toBe("https://timetoken.example");
        },
      ),
    );
  });
});
