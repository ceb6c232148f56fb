import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { DECEIVING, HALF_CHARACTERS, HOSTILE_WORDS } from "#test/support/hostile-words.ts";
import { findHandleProblem, foldHandle } from "#web/features/member/handle.ts";
import { editProfile, joinCommunity } from "#web/features/member/operations.ts";
import { readProfile } from "#web/features/member/queries.ts";
import { joinSchema, profileSchema } from "#web/features/member/schema.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const WHO = `0x${"11".repeat(20)}` as const;
const plain = {
  handle: "ines",
  displayName: "Inés",
  timeZone: "Europe/Berlin",
  bio: "",
  skills: [],
  languages: [],
  place: "",
  arbiter: false,
};

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await joinCommunity(database.db, WHO, { handle: "ines", displayName: "Inés", timeZone: "UTC" }, NOW);
});
afterAll(() => database.close());

/** Writes a profile as an action does: checked first, stored only if nothing is wrong. */
async function write(change: Partial<Record<keyof typeof plain, unknown>>) {
  const result = profileSchema.safeParse({ ...plain, ...change });
  if (result.success) await editProfile(database.db, WHO, result.data, NOW);
  return result.success;
}

describe("given what is meant to break a field", () => {
  it.each(HOSTILE_WORDS)("stores %j as text or not at all", async (text) => {
    const shown = `x ${text}`;
    expect(await write({ displayName: shown, bio: text, skills: [shown.slice(0, 40)], place: text })).toBe(true);
    const stored = await readProfile(database.db, WHO);
    for (const value of [stored?.displayName, stored?.bio, stored?.place, ...(stored?.skills ?? [])]) {
      expect(value).not.toMatch(DECEIVING);
      expect(value).not.toMatch(/\p{Cs}/u);
    }
  });
  it.each(HOSTILE_WORDS)("never takes %j as a handle, a zone or a language", (text) => {
    expect(fieldErrorsOf(joinSchema, { ...plain, handle: text })).toHaveProperty("handle");
    expect(fieldErrorsOf(joinSchema, { ...plain, timeZone: text })).toHaveProperty("timeZone");
    expect(fieldErrorsOf(profileSchema, { ...plain, languages: [text] })).toHaveProperty(["languages.0"]);
  });
  it.each(HALF_CHARACTERS)("refuses %j beside each field, and stores nothing", async (text) => {
    await write(plain);
    const before = await readProfile(database.db, WHO);
    expect(
      fieldErrorsOf(profileSchema, { ...plain, displayName: text, bio: text, skills: [text], place: text }),
    ).toEqual({
      displayName: "textBroken",
      bio: "textBroken",
      "skills.0": "textBroken",
      place: "textBroken",
    });
    expect(await write({ bio: text })).toBe(false);
    expect(await readProfile(database.db, WHO)).toEqual(before);
  });
  it.each(["\u200b", "\u200b\u2060\ufeff", "\u3164", "\u00ad\u115f", "\u2800 \u2800", "\u200d\ufe0f", "\u{e0041}"])(
    "takes %j, of which nothing is seen, for nothing",
    (text) => {
      expect(fieldErrorsOf(profileSchema, { ...plain, displayName: text, skills: [text] })).toEqual({
        displayName: "displayNameEmpty",
        "skills.0": "skillEmpty",
      });
      expect(profileSchema.parse({ ...plain, bio: text, place: text })).toMatchObject({ bio: "", place: "" });
    },
  );
  it("keeps the marks that a script has, and not a heap of them", () => {
    const named = (displayName: string) => joinSchema.parse({ ...plain, displayName }).displayName;
    for (const name of [
      "Inés",
      "Ine\u0301s",
      "Nguyễn Thị",
      "שָׁלוֹם",
      "ཧཱུྃ",
      "👩‍👩‍👧‍👦",
      "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    ])
      expect(named(name)).toBe(name);
    expect(named(`Z${"\u0301".repeat(50)}oe`)).toBe(`Z${"\u0301".repeat(6)}oe`);
  });
  it.each(["", "UTC+99:00", "Europe/Atlantis", "Etc/GMT+99", "\0", "../UTC"])("refuses the zone %j", (timeZone) => {
    expect(fieldErrorsOf(joinSchema, { ...plain, timeZone })).toEqual({ timeZone: "timeZoneUnknown" });
  });
  it.each([
    ["displayName", "displayNameLong"],
    ["bio", "bioLong"],
    ["place", "placeLong"],
  ])("refuses a megabyte in %s beside the field, and stores nothing", async (field, problem) => {
    await write(plain);
    const before = await readProfile(database.db, WHO);
    const huge = { [field]: "x".repeat(1_000_000) };
    expect(fieldErrorsOf(profileSchema, { ...plain, ...huge })).toEqual({ [field]: problem });
    expect(await write(huge)).toBe(false);
    expect(await readProfile(database.db, WHO)).toEqual(before);
  });
});

describe("given any text at all", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 60 });
  it("lets only latin letters, digits and single marks between them be a handle", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[a-zA-Z0-9_-]{1,30}$/)), (text) => {
        if (findHandleProblem(text) !== undefined) return;
        expect(text).toMatch(/^[a-z](?:[a-z0-9]|[_-](?=[a-z0-9])){2,23}$/i);
      }),
    );
  });
  it("refuses every spelling of a reserved handle", () => {
    const spell = (letter: string) => fc.constantFrom(letter, letter.toUpperCase(), ...(LOOKS_LIKE[letter] ?? []));
    const spelt = fc
      .constantFrom("admin", "support", "timetoken", "official", "moderator")
      .chain((word) => fc.tuple(...[...word].map(spell)).map((letters) => letters.join("")));
    fc.assert(fc.property(spelt, (handle) => findHandleProblem(handle) !== undefined));
  });
  it("keeps a name within a page: well-formed, on one line, without marks that turn it", () => {
    fc.assert(
      fc.property(anyText, (displayName) => {
        const result = joinSchema.safeParse({ ...plain, displayName });
        if (!result.success) return;
        expect(result.data.displayName).not.toMatch(/\p{Cs}/u);
        expect(result.data.displayName).not.toMatch(DECEIVING);
      }),
    );
  });
  it("folds look-alikes of one handle into one", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{3,20}$/),
        (handle) => foldHandle(handle.replaceAll("l", "1")) === foldHandle(handle),
      ),
    );
  });
});

const LOOKS_LIKE: Record<string, string[]> = { i: ["1", "l"], l: ["1", "I"], o: ["0"], s: ["5"], m: ["rn"], d: ["cl"] };
