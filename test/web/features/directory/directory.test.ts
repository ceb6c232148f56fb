import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChainTables } from "#scripts/postgres/chain-tables.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { member } from "#web/db/schema/member.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { reputation } from "#indexer/ponder.schema.ts";
import { directoryHref, isNarrowed, parseFilters } from "#web/features/directory/filters.ts";
import { searchDirectory } from "#web/features/directory/queries.ts";

const address = (n: number): Address => `0x${n.toString(16).padStart(40, "0")}`;
const [INES, MAREK, HANNAH, OMAR] = [1, 2, 3, 4].map(address);

const PEOPLE = [
  {
    name: "Inés Romero",
    handle: "ines",
    skills: ["Spanish", "translation"],
    languages: ["es", "en"],
    place: "Berlin, Kreuzberg",
    score: 84,
  },
  {
    name: "Marek Dvořák",
    handle: "marek",
    skills: ["bicycle repair"],
    languages: ["cs", "en"],
    place: "berlin, Neukölln",
    score: 71,
    arbiter: true,
  },
  {
    name: "Hannah Vogel",
    handle: "hannah",
    skills: ["gardening", "spanish"],
    languages: ["de"],
    place: "Dublin",
    score: null,
    bio: "Knows Inés.",
  },
  {
    name: "Omar Haddad",
    handle: "omar",
    skills: ["Español", "tax returns"],
    languages: ["ar", "de", "en"],
    place: "",
    score: 55,
  },
];

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
  await createChainTables(database.db);
  for (const [index, { name, handle, score, ...rest }] of PEOPLE.entries()) {
    await database.db.insert(member).values({
      address: address(index + 1),
      handle,
      handleKey: handle,
      displayName: name,
      createdAt: new Date(Date.UTC(2026, 0, index + 1)),
      ...rest,
    });
    if (score !== null)
      await database.db.insert(reputation).values({ address: address(index + 1), score, asOf: 1, version: 1 });
  }
});
afterAll(() => database.close());

const search = (query: string, viewer: Address | null = null, cap?: number) =>
  searchDirectory(database.db, parseFilters(Object.fromEntries(new URLSearchParams(query))), viewer, cap);
const found = async (query: string, viewer: Address | null = null) =>
  (await search(query, viewer)).entries.map(({ handle }) => handle);

describe("given filters that make no sense", () => {
  it.each(["language=xx", "score=-1", "score=999", "score=many", "arbiter=yes", "sort=random", "page=0", "page=x"])(
    "takes %s as not said",
    (query) => {
      const filters = parseFilters(Object.fromEntries(new URLSearchParams(query)));
      expect(directoryHref(filters)).toBe("/members");
      expect(isNarrowed(filters)).toBe(false);
    },
  );
  it.each(["'; drop table app.member; --", "&|!:*()", "a:b <-> c", "\0", "\\", "%", "\ud800", "🕐", "x".repeat(5_000)])(
    "finds nobody by %j, and breaks nothing",
    async (words) => {
      for (const name of ["q", "skill", "place"]) {
        const page = await searchDirectory(database.db, parseFilters({ [name]: words }), null);
        expect(page.entries.length).toBe(words === "\0" ? PEOPLE.length : 0);
      }
    },
  );
});

describe("given filters", () => {
  it.each([
    ["", ["ines", "marek", "omar", "hannah"]],
    ["q=ines", ["ines", "hannah"]],
    ["q=INÉS", ["ines", "hannah"]],
    ["q=dvorak", ["marek"]],
    ["q=span", ["ines", "hannah"]],
    ["q=bicycle+berlin", ["marek"]],
    ["skill=spanish", ["ines", "hannah"]],
    ["skill=espanol", ["omar"]],
    ["language=de", ["omar", "hannah"]],
    ["place=Berlin", ["ines", "marek"]],
    ["place=neukolln", []],
    ["score=71", ["ines", "marek"]],
    ["arbiter=1", ["marek"]],
    ["language=en&place=berlin&score=80", ["ines"]],
    ["sort=newest", ["omar", "hannah", "marek", "ines"]],
    ["sort=name", ["hannah", "ines", "marek", "omar"]],
    ["page=2", []],
  ])("%j finds %j", async (query, handles) => {
    expect(await found(query)).toEqual(handles);
  });
  it("count each choice with all other filters kept", async () => {
    const { total, choices } = await search("language=de");
    expect(total).toBe(2);
    expect(choices.language).toEqual(
      expect.arrayContaining([
        { value: "en", label: "en", count: 3 },
        { value: "de", label: "de", count: 2 },
      ]),
    );
    expect(choices.place).toEqual([{ value: "dublin", label: "Dublin", count: 1 }]);
    expect(choices.skill.find(({ value }) => value === "spanish")).toMatchObject({ count: 1 });
    expect((await search("")).choices.skill.find(({ value }) => value === "spanish")).toMatchObject({ count: 2 });
    expect((await search("")).choices.place).toMatchObject([{ value: "berlin", count: 2 }, { value: "dublin" }]);
  });
  it("say so where there are more than are counted", async () => {
    expect(await search("", null, 2)).toMatchObject({ total: 2, capped: true });
    expect(await search("", null, 4)).toMatchObject({ total: 4, capped: false });
  });
});

it("hides whom the one who looks has blocked, from nobody else", async () => {
  await database.db.insert(memberBlock).values({ blocker: INES ?? "0x", blocked: MAREK ?? "0x" });
  expect(await found("", INES)).toEqual(["ines", "omar", "hannah"]);
  expect(await found("", MAREK)).toHaveLength(4);
  expect((await search("place=berlin", INES)).total).toBe(1);
  expect(await found("", HANNAH)).toHaveLength(4);
  expect(await found("", OMAR)).toHaveLength(4);
});
