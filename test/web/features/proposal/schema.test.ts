import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendmentDraftSchema } from "#web/features/deal/schema.ts";
import { exchangeSchema } from "#web/features/proposal/schema.ts";

const FROM = Date.UTC(2026, 11, 4, 17) / 1000;
const HOUR = 3_600;
const EXCHANGE = { minutes: 60, deliverFrom: FROM, deliverBy: FROM + HOUR, brief: "A walk", note: "", agreement: null };
const AMENDMENT = { dealId: `0x${"ab".repeat(32)}`, deliverFrom: FROM, deliverBy: FROM + HOUR, brief: "A walk" };

const problems = (result: ReturnType<typeof exchangeSchema.safeParse | typeof amendmentDraftSchema.safeParse>) =>
  result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe.each([
  ["a proposal", (part: object) => exchangeSchema.safeParse({ ...EXCHANGE, ...part })],
  ["an amendment", (part: object) => amendmentDraftSchema.safeParse({ ...AMENDMENT, ...part })],
])("given %s", (_, parse) => {
  it("takes an hour from its first second to its last", () => {
    expect(problems(parse({}))).toBeUndefined();
  });
  it.each([
    ["no moment at all", { deliverFrom: Number.NaN }, "deliverFrom: deliverFrom"],
    ["a moment for ever", { deliverBy: Number.POSITIVE_INFINITY }, "deliverBy: deliverBy"],
    ["half a second", { deliverFrom: FROM + 0.5 }, "deliverFrom: deliverFrom"],
    ["a moment before all others", { deliverFrom: -FROM }, "deliverFrom: deliverFrom"],
    ["a date as it is written", { deliverFrom: "2026-02-30T10:00" }, "deliverFrom: deliverFrom"],
    ["a year of five digits", { deliverBy: Date.UTC(10_000, 0) / 1000 }, "deliverBy: deliverBy"],
    ["what no calendar reaches", { deliverBy: Number.MAX_SAFE_INTEGER }, "deliverBy: deliverBy"],
    ["less than an hour", { deliverBy: FROM + HOUR - 1 }, "deliverBy: deliverByShort"],
    ["an end before its beginning", { deliverBy: FROM - HOUR }, "deliverBy: deliverByShort"],
  ])("refuses %s beside its field", (_, part, problem) => {
    expect(problems(parse(part))).toEqual([problem]);
  });
  it("lets nothing through that is no date", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (deliverFrom, deliverBy) => {
        const { data } = parse({ deliverFrom, deliverBy });
        for (const second of data ? [data.deliverFrom, data.deliverBy] : [])
          expect(new Date(second * 1000).toISOString()).toMatch(/^\d{4}-/);
      }),
    );
  });
});

describe("given a proposal", () => {
  it.each([
    ["nothing", 0],
    ["less than nothing", -60],
    ["half a minute", 0.5],
    ["more than a thousand hours", 60_001],
    ["no number", "60"],
  ])("refuses %s as its price", (_, minutes) => {
    expect(problems(exchangeSchema.safeParse({ ...EXCHANGE, minutes }))).toEqual(["minutes: minutes"]);
  });
});
