import type { ListingInput } from "#web/features/listing/schema.ts";

/** A listing with nothing wrong in it. */
export const EXAMPLE_LISTING: ListingInput = {
  kind: "offer",
  title: "Fix your bike, teach you how",
  description: "Bring the bike and an **old T-shirt**.",
  category: "home",
  skills: ["bicycle repair"],
  priceMinutes: 90,
  welcome: "anyone",
  remote: false,
  place: "Berlin, Neukölln",
  latitude: 52.48,
  longitude: 13.44,
  welcomeScore: null,
  welcomeMembers: [],
  durationMinutes: null,
  bufferBeforeMinutes: null,
  bufferAfterMinutes: null,
  photos: [],
  language: "en",
};
