import type { Coordinates } from "#domain/place.ts";

/** Where the places of the demo community are, as the gazetteer has them: coarse. Some it does not know. */
const PLACES: Record<string, readonly [latitude: number, longitude: number]> = {
  Athens: [37.98, 23.72],
  Berlin: [52.52, 13.42],
  "Berlin, Charlottenburg": [52.52, 13.28],
  "Berlin, Friedrichshain": [52.52, 13.46],
  "Berlin, Grunewald": [52.48, 13.26],
  "Berlin, Kreuzberg": [52.5, 13.4],
  "Berlin, Köpenick": [52.44, 13.58],
  "Berlin, Lichtenberg": [52.52, 13.5],
  "Berlin, Moabit": [52.52, 13.34],
  "Berlin, Neukölln": [52.48, 13.44],
  "Berlin, Pankow": [52.56, 13.4],
  "Berlin, Prenzlauer Berg": [52.54, 13.42],
  "Berlin, Steglitz": [52.46, 13.34],
  "Berlin, Tempelhof": [52.46, 13.4],
  "Berlin, Treptow": [52.5, 13.44],
  "Berlin, Wedding": [52.54, 13.36],
  Dublin: [53.34, -6.24],
  Lisbon: [38.72, -9.14],
  Malmö: [55.6, 13],
  Marseille: [43.3, 5.38],
  Vienna: [48.2, 16.38],
};

/** @returns a place of the demo community as it is kept, without coordinates where they are not known */
export function placed(place: string | undefined): { place: string } & (Coordinates | Record<keyof Coordinates, null>) {
  const [latitude, longitude] = PLACES[place ?? ""] ?? [];
  if (latitude === undefined || longitude === undefined) return { place: place ?? "", latitude: null, longitude: null };
  return { place: place ?? "", latitude, longitude };
}
