import { ADVICE_LISTINGS } from "./listings/advice.ts";
import { ARTS_LISTINGS } from "./listings/arts.ts";
import { CARE_LISTINGS } from "./listings/care.ts";
import { GARDEN_LISTINGS } from "./listings/garden.ts";
import { HOME_LISTINGS } from "./listings/home.ts";
import { LANGUAGE_LISTINGS } from "./listings/languages.ts";
import { LEARNING_LISTINGS } from "./listings/learning.ts";
import { TECHNOLOGY_LISTINGS } from "./listings/technology.ts";
import { TRANSPORT_LISTINGS } from "./listings/transport.ts";
import { WELLBEING_LISTINGS } from "./listings/wellbeing.ts";
import type { DemoListing } from "./listing.ts";

const ALL = [
  ...HOME_LISTINGS,
  ...LANGUAGE_LISTINGS,
  ...CARE_LISTINGS,
  ...GARDEN_LISTINGS,
  ...TECHNOLOGY_LISTINGS,
  ...ARTS_LISTINGS,
  ...WELLBEING_LISTINGS,
  ...ADVICE_LISTINGS,
  ...TRANSPORT_LISTINGS,
  ...LEARNING_LISTINGS,
] as const;

/** The key of a demo listing. */
export type ListingKey = (typeof ALL)[number]["key"];

/** The sixty listings of the demo community. */
export const LISTINGS: readonly (DemoListing & { key: ListingKey })[] = ALL;
