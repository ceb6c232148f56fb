import { describe, expect, it } from "vitest";
import { checkOrigin } from "#web/lib/origin.ts";

const OURS = "https://timetoken.example";
const check = (headers: Record<string, string>) => () => checkOrigin(new Headers(headers), OURS);

describe("checkOrigin", () => {
  it.each([
    { origin: "https://evil.example" },
    { origin: "http://timetoken.example" },
    { origin: "https://timetoken.example:8443" },
    { origin: "https://timetoken.example.evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  ] as Record<string, string>[])("refuses %j", (headers) => {
    expect(check(headers)).toThrow(expect.objectContaining({ code: "foreign_origin", status: 403 }));
  });
  it.each([{}, { origin: OURS }, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }])(
    "lets %j through",
    (headers) => {
      expect(check(headers as Record<string, string>)).not.toThrow();
    },
  );
});
