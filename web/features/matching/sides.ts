import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { reputation } from "#indexer/ponder.schema.ts";
import type { Side, Skill } from "#domain/matching.ts";
import { listing } from "#web/db/schema/listing.ts";
import { member } from "#web/db/schema/member.ts";

/** The stems of each skill, those of one skill joined by blanks, in the order of the skills. */
const stemsOfEach = (skills: AnyPgColumn): SQL<string[]> =>
  sql<
    string[]
  >`array(select array_to_string(app.stems(skill), ' ') from unnest(${skills}) with ordinality as each (skill, place) order by place)`;

/** What of a listing has to fit, with what its owner says and is known for. */
export const LISTING_SIDE = {
  skills: listing.skills,
  stemsOfEach: stemsOfEach(listing.skills),
  titleStems: sql<string[]>`app.stems(${listing.title})`,
  category: listing.category,
  minutes: sql<number>`coalesce(${listing.durationMinutes}, ${listing.priceMinutes})`,
  remote: listing.remote,
  place: listing.place,
  latitude: listing.latitude,
  longitude: listing.longitude,
  language: listing.language,
  ownerLanguages: member.languages,
  score: reputation.score,
};

/** What of a profile has to fit: its skills go anywhere, and its place is where they are. */
export const PROFILE_SIDE = {
  skills: member.skills,
  stemsOfEach: stemsOfEach(member.skills),
  place: member.place,
  latitude: member.latitude,
  longitude: member.longitude,
  ownerLanguages: member.languages,
  score: reputation.score,
};

type Located = { place: string; latitude: number | null; longitude: number | null };
type ProfileRow = Located & {
  skills: string[];
  stemsOfEach: string[];
  ownerLanguages: string[] | null;
  score: number | null;
};
type ListingRow = ProfileRow & Pick<Side, "titleStems" | "category" | "minutes" | "remote"> & { language: string };

/** A listing's row as the domain judges it. */
export function sideOfListing(row: ListingRow): Side {
  return {
    skills: skillsOf(row),
    titleStems: row.titleStems,
    category: row.category,
    minutes: row.minutes,
    remote: row.remote,
    place: placeOf(row),
    languages: [...new Set([row.language, ...(row.ownerLanguages ?? [])])],
    score: row.score,
  };
}

/** A profile's row as the domain judges it: what stands in it, a member gives anywhere they can be reached. */
export function sideOfProfile(row: ProfileRow): Side {
  return {
    skills: skillsOf(row),
    titleStems: [],
    category: null,
    minutes: 0,
    remote: true,
    place: placeOf(row),
    languages: row.ownerLanguages ?? [],
    score: row.score,
  };
}

function skillsOf({ skills, stemsOfEach: stems }: Pick<ProfileRow, "skills" | "stemsOfEach">): Skill[] {
  return skills.flatMap((name, index) => {
    const said = stems[index];
    return said ? [{ name, stems: said.split(" ") }] : [];
  });
}

function placeOf({ place, latitude, longitude }: Located): Side["place"] {
  if (!place) return null;
  return { name: place.toLowerCase(), point: latitude === null || longitude === null ? null : { latitude, longitude } };
}
