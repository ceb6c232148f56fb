import { describe, expect, it } from "vitest";
import { LISTINGS } from "#scripts/demo/listings.ts";
import { MEMBERS } from "#scripts/demo/members.ts";
import { placed } from "#scripts/demo/places.ts";
import { coarsen } from "#domain/place.ts";
import { findPlaces } from "#web/features/place/gazetteer.ts";

async function firstOf(query: string, locale = "en") {
  const [first] = await findPlaces(query, locale);
  return first && `${first.name}/${first.country}`;
}

describe("given nothing a place could be called", () => {
  it.each(["", " ", "b", ",", "xyzzyx", "' or 1=1", "\0\0", "a".repeat(80), "<script>"])(
    "finds none for %j",
    async (q) => expect(await findPlaces(q, "en")).toEqual([]),
  );
});

describe("given the beginning of a name", () => {
  it.each([
    ["kreuz", "Berlin, Kreuzberg/DE"],
    ["NEUKOLLN", "Berlin, Neukölln/DE"],
    ["neukölln", "Berlin, Neukölln/DE"],
    ["malmo", "Malmö/SE"],
    ["lodz", "Łódź/PL"],
    ["york", "New York/US"],
    ["stoke on", "Stoke-on-Trent/GB"],
  ])("finds %j without regard to case and accents: %s", async (query, found) =>
    expect(await firstOf(query)).toBe(found),
  );
  it.each([
    ["wien", "Wien/AT"],
    ["viena", "Viena/AT"],
    ["munch", "München/DE"],
    ["القاهرة", "القاهرة/EG"],
  ])("knows what else people call it: %j", async (query, found) => expect(await firstOf(query)).toBe(found));
  it.each([
    ["Berlin, Kreuz", "en", "Berlin, Kreuzberg/DE"],
    ["Kreuzberg, Berlin", "en", "Berlin, Kreuzberg/DE"],
    ["Dublin, Irl", "es", "Dublin/IE"],
    ["Portland, OR", "en", "Portland/US"],
  ])("narrows %j by what stands behind the comma", async (query, locale, found) =>
    expect(await firstOf(query, locale)).toBe(found),
  );
  it("says what a small place is near, and only that", async () => {
    const found = await findPlaces("müncheberg", "en");
    expect(found[0]).toMatchObject({ name: "Müncheberg", near: "Berlin" });
    expect((await findPlaces("dublin", "en"))[0]).toMatchObject({ near: null });
  });
  it("tells no coordinates finer than those that are kept", async () => {
    for (const place of await findPlaces("san", "en")) expect(place).toMatchObject(coarsen(place));
    const [berlin] = await findPlaces("berlin", "en");
    expect(berlin).toMatchObject({ latitude: 52.52, longitude: 13.42 });
  });
});

describe("given the demo community", () => {
  const places = [...MEMBERS.map(({ place }) => place), ...LISTINGS.flatMap(({ place }) => place ?? [])];
  it.each([...new Set(places)])("has %s where the gazetteer has it", async (place) => {
    const found = (await findPlaces(place, "en")).find(({ name }) => name === place);
    const { latitude, longitude } = placed(place);
    expect({ latitude, longitude }).toEqual({
      latitude: found?.latitude ?? null,
      longitude: found?.longitude ?? null,
    });
  });
});
