import type { Client } from "pg";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import { createSeeded, type Seeded } from "../trial/seeded.ts";

const OWNERS = 10_000;
const ROWS_AT_ONCE = 5_000;
const DAY_MS = 86_400_000;

/** What words of each language are put together from, and how many of them there are. */
const SYLLABLES: Record<string, readonly string[]> = {
  en: ["bi", "ke", "gar", "den", "sew", "ing", "cook", "er", "walk", "pla", "no", "teach", "ly", "for", "mend", "ish"],
  es: ["re", "pa", "ra", "cio", "nes", "jar", "din", "can", "tar", "co", "ci", "na", "li", "bro", "ma", "dera"],
  de: ["gär", "ten", "ar", "beit", "hil", "fe", "un", "ter", "richt", "ko", "chen", "rad", "rei", "se", "holz", "ung"],
  fr: ["jar", "di", "ner", "cui", "si", "né", "ve", "lo", "le", "con", "mu", "ge", "que", "bri", "co", "lage"],
  ru: ["ре", "монт", "сад", "ве", "ло", "си", "пед", "у", "рок", "му", "зы", "ка", "го", "тов", "да", "ние"],
};
const WORDS_OF_A_LANGUAGE = 8_000;

/** Towns that coarse places lie around. */
const TOWNS = [
  { place: "Berlin", latitude: 52.52, longitude: 13.4 },
  { place: "Madrid", latitude: 40.42, longitude: -3.7 },
  { place: "Lyon", latitude: 45.76, longitude: 4.84 },
  { place: "Dublin", latitude: 53.34, longitude: -6.26 },
  { place: "Riga", latitude: 56.94, longitude: 24.1 },
] as const;

/** Draws words as people use them: the second half as often as the first, the hundredth a hundredth as often. */
export type Vocabulary = { languages: readonly string[]; draw: (language: string) => string };

export function createVocabulary({ between, pick }: Seeded): Vocabulary {
  const languages = Object.keys(SYLLABLES);
  const words = new Map(
    languages.map((language) => {
      const made = new Set<string>();
      const syllables = SYLLABLES[language] ?? [];
      while (made.size < WORDS_OF_A_LANGUAGE)
        made.add(Array.from({ length: between(2, 4) }, () => pick(syllables)).join(""));
      return [language, [...made]] as const;
    }),
  );
  const draw = (language: string): string => {
    const all = words.get(language) ?? [];
    const rank = Math.floor(Math.exp((between(0, 1_000_000) / 1_000_000) * Math.log(all.length)));
    return all[Math.min(rank, all.length) - 1] ?? "";
  };
  return { languages, draw };
}

/** Writes a community with that many listings: the same one for the same seed. */
export async function seedMarket(client: Client, vocabulary: Vocabulary, listings: number, now: Date): Promise<void> {
  const seeded = createSeeded(7);
  await seedOwners(client, seeded, now);
  for (let from = 0; from < listings; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, listings - from) }, () =>
      aListing(seeded, vocabulary, now),
    );
    await client.query(
      `insert into app.listing (owner, kind, title, description, category, skills, price_minutes, remote, place, latitude,
         longitude, language, status, created_at)
       select owner, kind::app.listing_kind, title, description, category, skills, price_minutes, remote, place, latitude,
         longitude, language, 'published', created_at
       from json_to_recordset($1) as row (owner text, kind text, title text, description text, category text, skills text[],
         price_minutes int, remote boolean, place text, latitude float8, longitude float8, language text,
         created_at timestamptz)`,
      [JSON.stringify(rows)],
    );
  }
  // Nobody keeps a search in this community.
  await client.query("truncate app.listing_news");
}

const ownerOf = (index: number): string => `0x${index.toString(16).padStart(40, "0")}`;

function aListing({ between, pick }: Seeded, { languages, draw }: Vocabulary, now: Date) {
  const language = pick(languages);
  const some = (least: number, most: number) => Array.from({ length: between(least, most) }, () => draw(language));
  const { place, latitude, longitude } = pick(TOWNS);
  const shift = () => between(-15, 15) / 50;
  return {
    owner: ownerOf(between(1, OWNERS)),
    kind: between(1, 3) === 1 ? "request" : "offer",
    title: some(3, 6).join(" "),
    description: some(20, 60).join(" "),
    category: pick(CATEGORY_KEYS),
    skills: some(0, 3),
    price_minutes: between(1, 16) * 15,
    remote: between(1, 4) === 1,
    place,
    latitude: latitude + shift(),
    longitude: longitude + shift(),
    language,
    created_at: new Date(now.getTime() - between(0, 365 * 86_400) * 1_000),
  };
}

/** Seven of ten owners have a score and ratings; three of ten keep hours. */
async function seedOwners(client: Client, { between }: Seeded, now: Date): Promise<void> {
  const owners = Array.from({ length: OWNERS }, (_, index) => ({ address: ownerOf(index + 1), of10: between(1, 10) }));
  const known = owners
    .filter(({ of10 }) => of10 <= 7)
    .map(({ address }) => ({ address, score: between(20, 99), stars: between(1, 40) }));
  await client.query(
    `insert into chain.reputation (address, score, as_of, version)
       select address, score, 0, 1 from json_to_recordset($1) as row (address text, score int)`,
    [JSON.stringify(known)],
  );
  await client.query(
    `insert into chain.member (address, first_seen_at, deals_as_buyer, deals_as_seller, completed_deals, disputed_deals,
         defaulted_deals, minutes_given, minutes_got, rating_count, star_sum)
       select address, 0, 0, 0, 8, 0, 0, 0, 0, 8, stars from json_to_recordset($1) as row (address text, stars int)`,
    [JSON.stringify(known)],
  );
  const keeping = owners.filter(({ of10 }) => of10 <= 3).map(({ address }) => address);
  await client.query(
    `insert into app.availability (member, time_zone, slot_minutes, buffer_minutes, notice_minutes)
       select member, 'UTC', 30, 0, 0 from unnest($1::text[]) as member`,
    [keeping],
  );
  const begins = Math.ceil(now.getTime() / DAY_MS) * DAY_MS;
  const free = keeping.flatMap((member) =>
    Array.from({ length: 60 }, (_, day) => day)
      .filter(() => between(1, 3) === 1)
      .map((day) => ({
        member,
        starts_at: new Date(begins + day * DAY_MS),
        ends_at: new Date(begins + (day + 0.3) * DAY_MS),
      })),
  );
  await client.query(
    `insert into app.free_time (member, starts_at, ends_at)
       select * from json_to_recordset($1) as row (member text, starts_at timestamptz, ends_at timestamptz)`,
    [JSON.stringify(free)],
  );
}
