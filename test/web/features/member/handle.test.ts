import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEMBERS } from "#scripts/demo/members.ts";
import { findHandleProblem, foldHandle, HANDLE_LENGTH } from "#web/features/member/handle.ts";

describe("findHandleProblem", () => {
  it.each([
    ["", "handleShort"],
    ["ab", "handleShort"],
    ["a".repeat(HANDLE_LENGTH.longest + 1), "handleLong"],
    ["inés", "handleCharacters"],
    ["mаrek", "handleCharacters"], // a Cyrillic а
    ["ma rek", "handleCharacters"],
    ["0xabc", "handleStart"],
    ["-marek", "handleStart"],
    ["marek_", "handleStart"],
    ["ma--rek", "handleStart"],
    ["admin", "handleReserved"],
    ["Adm1n", "handleReserved"],
    ["supp0rt", "handleReserved"],
    ["time-token", "handleReserved"],
  ])("says of %j: %s", (handle, problem) => {
    expect(findHandleProblem(handle)).toBe(problem);
  });
  it("has nothing to say against any demo member, and no two of them look alike", () => {
    expect(MEMBERS.map(({ handle }) => findHandleProblem(handle))).toEqual(MEMBERS.map(() => undefined));
    expect(new Set(MEMBERS.map(({ handle }) => foldHandle(handle))).size).toBe(MEMBERS.length);
  });
});

describe("foldHandle", () => {
  it.each([
    ["Marek", "marek"],
    ["mar0", "maro"],
    ["l1lI", "lill"],
    ["dam", "darn"],
    ["vvim", "wim"],
    ["jo_nas", "jonas"],
    ["clara", "dara"],
  ])("counts %s and %s as one", (a, b) => {
    expect(foldHandle(a)).toBe(foldHandle(b));
  });

  const handle = fc.stringMatching(/^[a-zA-Z0-9_-]{1,24}$/);
  it("does not care for letter case", () => {
    fc.assert(fc.property(handle, (value) => foldHandle(value.toUpperCase()) === foldHandle(value.toLowerCase())));
  });
  it("does not care for hyphens and underscores", () => {
    fc.assert(
      fc.property(handle, fc.nat(24), (value, at) => {
        expect(foldHandle(`${value.slice(0, at)}-${value.slice(at)}`)).toBe(foldHandle(value));
      }),
    );
  });
  it("gives the same for what is folded already", () => {
    fc.assert(fc.property(handle, (value) => foldHandle(foldHandle(value)) === foldHandle(value)));
  });
});
