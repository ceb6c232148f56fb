import { eq, sql } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { lexicon, lexiconChange, lexiconForm } from "#web/db/schema/lexicon.ts";
import { listing } from "#web/db/schema/listing.ts";
import { countWords } from "#web/features/lexicon/count-words.ts";
import { readQuery } from "#web/features/lexicon/read-query.ts";
import type { LISTING_LANGUAGES } from "#web/features/listing/schema.ts";

const OWNER: Address = `0x${"11".repeat(20)}`;

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(listing);
  await countWords(database.db);
});

const aListing = (title: string, language: (typeof LISTING_LANGUAGES)[number] = "en") => ({
  ...EXAMPLE_LISTING,
  owner: OWNER,
  title,
  description: "",
  skills: [],
  language,
  status: "published" as const,
});

/** What the lexicon holds, beside what listings say when they are read word by word. */
async function bothCounts() {
  const counted = await database.db.select({ word: lexicon.word, listings: lexicon.listings }).from(lexicon);
  const { rows } = await database.db.execute<{ word: string; listings: number }>(sql`
    select word, count(*)::int as listings
    from app.listing, unnest(app.listing_words(title, skills, description)) as word
    where status = 'published' group by word`);
  const sorted = (all: { word: string; listings: number }[]) =>
    all.map(({ word, listings }) => `${word} ${listings}`).sort();
  return { counted: sorted(counted), said: sorted(rows) };
}

describe("given no listings", () => {
  it("knows no words, and corrects none", async () => {
    expect((await bothCounts()).counted).toEqual([]);
    expect(await readQuery(database.db, "bycicle", false)).toMatchObject({ text: "bycicle", mistyped: null });
  });
});

describe("given listings that are written, changed, paused and removed", () => {
  it("counts what published ones say, and forgets what none says any more", async () => {
    const { db } = database;
    const [first] = await db
      .insert(listing)
      .values([aListing("Bicycle repair"), aListing("Bicycle tours"), { ...aListing("A secret"), status: "draft" }])
      .returning({ id: listing.id });
    await countWords(db);
    expect((await bothCounts()).counted).toEqual(["bicycle 2", "repair 1", "tours 1"]);
    await db
      .update(listing)
      .set({ title: "Piano repair" })
      .where(eq(listing.id, first?.id ?? ""));
    await db.update(listing).set({ status: "paused" }).where(eq(listing.title, "Bicycle tours"));
    await countWords(db);
    expect((await bothCounts()).counted).toEqual(["piano 1", "repair 1"]);
    await db.delete(listing);
    await countWords(db);
    expect((await bothCounts()).counted).toEqual([]);
  });
  it("counts the same whoever changes what at the same moment, and however many count", async () => {
    const { db } = database;
    const words = ["apple", "bread", "cello", "dance", "earth"];
    const some = (seed: number) => words.filter((_, index) => (seed >> index) % 2 === 1).join(" ") || "none";
    const made = await db
      .insert(listing)
      .values(Array.from({ length: 16 }, (_, index) => aListing(some(index))))
      .returning({ id: listing.id });
    await Promise.all(
      made.flatMap(({ id }, index) => [
        db
          .update(listing)
          .set({ title: some(31 - index) })
          .where(eq(listing.id, id)),
        countWords(db),
        index % 3 === 0
          ? db.delete(listing).where(eq(listing.id, id))
          : db
              .update(listing)
              .set({ status: index % 3 === 1 ? "paused" : "published" })
              .where(eq(listing.id, id)),
      ]),
    );
    await Promise.all([countWords(db), countWords(db)]);
    const { counted, said } = await bothCounts();
    expect(counted).toEqual(said);
    expect(await db.select().from(lexiconChange)).toEqual([]);
  });
});

describe("given words with a typo", () => {
  it.each([
    ["en", "Bicycle repair", "bycicle repiar", "bicycle repair"],
    ["es", "Conversación", "conversasion", "conversación"],
    ["de", "Übersetzung und Nähen", "ubersezung", "übersetzung"],
    ["fr", "Réparation de vélos", "reperation", "réparation"],
    ["it", "Pulizia del giardino", "giardnio", "giardino"],
    ["pt", "Jardinagem", "jardimagem", "jardinagem"],
    ["pl", "Naprawa roweru", "napravva", "naprawa"],
    ["cs", "Oprava kola", "opraav", "oprava"],
    ["nl", "Fietsen maken", "fitesen", "fietsen"],
    ["sv", "Trädgård", "tradgrad", "trädgård"],
    ["tr", "Bisiklet tamiri", "bisilket", "bisiklet"],
    ["ru", "Ремонт велосипедов", "ремнот", "ремонт"],
    ["uk", "Ремонт велосипедів", "ремоннт", "ремонт"],
    ["el", "Μαθήματα κιθάρας", "μαθηματτα", "μαθήματα"],
    ["ar", "إصلاح الدراجات", "الدراحات", "الدراجات"],
    ["fa", "تعمیر دوچرخه", "دوچرحه", "دوچرخه"],
    ["hi", "बागवानी सिखाना", "बागववानी", "बागवानी"],
    ["ko", "자전거수리합니다", "자전거수리합니디", "자전거수리합니다"],
  ] as const)("in %s, takes what was meant", async (language, title, typed, meant) => {
    await database.db.insert(listing).values(aListing(title, language));
    await countWords(database.db);
    expect(await readQuery(database.db, typed, false)).toMatchObject({ text: meant, mistyped: typed });
  });
  it("takes the nearest of several, and of equally near ones the more frequent", async () => {
    await database.db.insert(listing).values([aListing("brass band"), aListing("grass"), aListing("grass, grass")]);
    await countWords(database.db);
    expect(await readQuery(database.db, "rrass", false)).toMatchObject({ text: "grass" });
    expect(await readQuery(database.db, "bbrass", false)).toMatchObject({ text: "brass" });
  });
  it("says a word as most listings write it, by whatever signs, and as it is folded where none stands out", async () => {
    const { db } = database;
    const meant = async () => {
      await countWords(db);
      return (await readQuery(db, "musixa", false)).text;
    };
    await db
      .insert(listing)
      .values(["Música, música", "MU\u0301SICA", "Mûsica", "musica", "Musica 3"].map((one) => aListing(one)));
    expect(await meant()).toBe("música");
    await db.delete(listing).where(eq(listing.title, "MU\u0301SICA"));
    expect(await meant()).toBe("musica");
    await db.update(listing).set({ status: "paused" }).where(eq(listing.title, "musica"));
    expect(await meant()).toBe("música");
    await db.delete(listing);
    await countWords(db);
    expect(await db.select().from(lexiconForm)).toEqual([]);
  });
  it("leaves alone a beginning, another form, a word too short, and what is like nothing", async () => {
    await database.db.insert(listing).values(aListing("Bicycle repair"));
    await countWords(database.db);
    for (const text of ["bicyc", "bicycles", "repairing", "bic", "xylophone", "the"])
      expect(await readQuery(database.db, text, false)).toMatchObject({ text, mistyped: null });
  });
});

describe("given words in an order of their own", () => {
  it("needs no words that only stand between others, unless there are no others", async () => {
    const read = async (text: string) => (await readQuery(database.db, text, false)).all;
    expect(await read("the bike")).not.toContain("'the'");
    expect(await read("the")).toContain("'the':*");
  });
  it("reads a script without spaces character after character", async () => {
    expect((await readQuery(database.db, "修理", false)).all).toBe("('修' <-> '理')");
  });
});
