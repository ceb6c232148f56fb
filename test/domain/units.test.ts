import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertAmount, fromMinutes, minutesPer, splitMinutes, toMinutes, UNITS } from "#domain/units.ts";

const anyUnit = fc.constantFrom(...UNITS);
const anyAmount = fc.bigInt({ min: 0n, max: 60_000n });

describe("units of time", () => {
  it("refuse minutes beyond a safe integer", () => {
    expect(() => toMinutes(2n ** 60n, "day")).toThrow(RangeError);
  });

  it("refuse what is not whole", () => {
    expect(fromMinutes(90, "hour")).toBeNull();
    expect(convertAmount(90n, "minute", "hour")).toBeNull();
    expect(convertAmount(25n, "hour", "day")).toBeNull();
  });

  it("convert exactly and back", () => {
    expect(convertAmount(1n, "day", "hour")).toBe(24n);
    fc.assert(
      fc.property(anyAmount, anyUnit, anyUnit, (amount, from, to) => {
        const converted = convertAmount(amount, from, to);
        expect(converted === null || convertAmount(converted, to, from) === amount).toBe(true);
        expect(converted).toBe(fromMinutes(toMinutes(amount, from), to));
      }),
    );
  });

  it("are 1, 60 and 1,440 minutes", () => {
    expect(UNITS.map(minutesPer)).toEqual([1, 60, 1_440]);
  });

  it("come apart for people and add up again", () => {
    expect(splitMinutes(150)).toEqual({ days: 0, hours: 2, minutes: 30 });
    expect(splitMinutes(3_000)).toEqual({ days: 0, hours: 50, minutes: 0 });
    expect(splitMinutes(3_001, "day")).toEqual({ days: 2, hours: 2, minutes: 1 });
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.constantFrom("hour" as const, "day" as const), (total, largest) => {
        const { days, hours, minutes } = splitMinutes(total, largest);
        expect(days * 1_440 + hours * 60 + minutes).toBe(total);
        expect(minutes < 60 && (largest === "hour" || hours < 24)).toBe(true);
      }),
    );
  });
});
