/** A place as a form holds it: a name, and coordinates where the gazetteer has them. */
export type PlaceValue = { place: string; latitude: number | null; longitude: number | null };
