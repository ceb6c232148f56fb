import { describe, expect, it } from "vitest";
import { z } from "zod";
import { keepPlace, placeFields } from "#web/features/place/schema.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";

const schema = z.object(placeFields).transform(keepPlace);
const BERLIN = { place: "Berlin", latitude: 52.52, longitude: 13.42 };

describe("given a place with something wrong in it", () => {
  it.each([
    ["a name too long", { place: "x".repeat(81) }, { place: "placeLong" }],
    ["a latitude beyond the pole", { latitude: 90.1 }, { latitude: "placeUnknown" }],
    ["a longitude beyond the date line", { longitude: -180.5 }, { longitude: "placeUnknown" }],
    ["coordinates that are no numbers", { latitude: Number.NaN }, { latitude: "placeUnknown" }],
    ["endless coordinates", { longitude: Infinity }, { longitude: "placeUnknown" }],
    ["words for coordinates", { latitude: "52" }, { latitude: "placeUnknown" }],
  ])("names the field and the sentence for %s", (_, wrong, problems) =>
    expect(fieldErrorsOf(schema, { ...BERLIN, ...wrong })).toEqual(problems),
  );
});

describe("given a place somebody names", () => {
  it("keeps no more of its coordinates than two kilometres", () =>
    expect(schema.parse({ ...BERLIN, latitude: 52.517_37, longitude: 13.409_53 })).toEqual({
      place: "Berlin",
      latitude: 52.52,
      longitude: 13.4,
    }));
  it("keeps no coordinates without a name, and none by halves", () => {
    expect(schema.parse({ ...BERLIN, place: " " })).toEqual({ place: "", latitude: null, longitude: null });
    expect(schema.parse({ ...BERLIN, longitude: null })).toEqual({ place: "Berlin", latitude: null, longitude: null });
  });
  it("leaves out what only serves to deceive", () =>
    expect(schema.parse({ ...BERLIN, place: " Ber\u202elin\0\n  Mitte " }).place).toBe("Berlin Mitte"));
});
