import { categoryKinship } from "./category.ts";
import { type Coordinates, distanceKm } from "./place.ts";

/** Nobody is asked to travel further than this. */
export const REACH_KM = 30;

/** A common stretch of free time need not be longer than this to meet. */
const MEETING_MINUTES = 60;

/** Two skills that share less than this part of their words are two skills. */
const ALIKE = 0.5;

/** A title that names the skill says it a little less surely than the skill itself. */
const IN_TITLE = 0.8;

/** One skill: its name as written and the stems of its words, each once. */
export type Skill = { name: string; stems: readonly string[] };

/** What one member gives or wants, with what has to fit for two of them to meet. */
export type Side = {
  skills: readonly Skill[];
  /** The stems of the title; none for a skill that stands in a profile alone. */
  titleStems: readonly string[];
  /** Null for a skill that stands in a profile alone: it fits any. */
  category: string | null;
  minutes: number;
  remote: boolean;
  /** Somewhere to meet: null where no place is named. */
  place: { name: string; point: Coordinates | null } | null;
  /** BCP 47 tags the member speaks, that of the words among them. */
  languages: readonly string[];
  /** 0–100; null where no deal is finished yet. */
  score: number | null;
};

/** Why two sides fit, each part for itself to be shown; what is not known is left out. */
export type Reasons = {
  skill: { name: string; fit: number };
  /** The longest stretch both have free, in minutes. */
  time?: { minutes: number };
  distance?: { km: number } | { remote: true };
  language?: { tag: string };
  reputation?: { score: number };
};

export type Match = { rank: number; reasons: Reasons };

/** How much each reason counts; they add up to one. */
const WEIGHTS = { skill: 0.5, time: 0.2, distance: 0.15, reputation: 0.1, language: 0.05 } as const;

/**
 * Whether what one gives is what another wants, and why.
 * @param commonMinutes the longest stretch of free time the two have in common; null where one of them keeps no hours
 * @param other the side whose reputation speaks for the match: the one that is shown
 * @returns null where anything stands in the way: another skill, too far, no common language, no common time
 */
export function judgeMatch(
  give: Side,
  want: Side,
  { commonMinutes, other }: { commonMinutes: number | null; other: Side },
): Match | null {
  if (commonMinutes !== null && commonMinutes < Math.min(want.minutes, MEETING_MINUTES)) return null;
  const distance = measureWay(give, want);
  const language = distance && commonLanguage(give, want);
  const skill = language && fitSkills(give, want);
  if (!distance || !language || !skill) return null;
  const reasons: Reasons = { skill, language: { tag: language } };
  if (commonMinutes !== null) reasons.time = { minutes: commonMinutes };
  if (distance !== "unknown") reasons.distance = distance;
  if (other.score !== null) reasons.reputation = { score: other.score };
  return { rank: rankOf(reasons, want.minutes), reasons };
}

/**
 * How well what is given meets what is wanted: the best of its skills, a little less for each that is not met at all.
 * @returns null where none are alike
 */
export function fitSkills(give: Side, want: Side): Reasons["skill"] | null {
  const met = want.skills.map((wanted) => ({ name: wanted.name, fit: fitOf(give, want, wanted) }));
  const best = met.reduce((a, b) => (b.fit > a.fit ? b : a), { name: "", fit: 0 });
  if (best.fit > 0) {
    const share = met.filter(({ fit }) => fit > 0).length / met.length;
    return { name: best.name, fit: (best.fit * (1 + share)) / 2 };
  }
  const kinship = listedKinship(give, want);
  const named = kinship > 0 && give.skills.find(({ stems }) => isWithin(stems, want.titleStems));
  return named ? { name: named.name, fit: IN_TITLE * kinship } : null;
}

/** How well one skill that is wanted is met; 0 where it is not. */
function fitOf(give: Side, want: Side, { stems }: Skill): number {
  const likest = give.skills.reduce((most, given) => Math.max(most, likeness(given.stems, stems)), 0);
  const kinship = categoryKinship(give.category, want.category);
  if (likest === 1) return likest;
  const inTitle = isWithin(stems, give.titleStems) ? IN_TITLE * listedKinship(give, want) : 0;
  return Math.max(likest >= ALIKE ? likest * kinship : 0, inTitle);
}

/** How near two listings' categories are; a profile has no category, and no title to be read with it. */
function listedKinship(give: Side, want: Side): number {
  return give.category === null || want.category === null ? 0 : categoryKinship(give.category, want.category);
}

/** The part of their words that two skills share (Jaccard index). */
function likeness(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  for (const stem of a) if (b.includes(stem)) shared += 1;
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

function isWithin(stems: readonly string[], title: readonly string[]): boolean {
  return stems.length > 0 && stems.every((stem) => title.includes(stem));
}

function measureWay(give: Side, want: Side): Reasons["distance"] | "unknown" | null {
  if (give.remote && want.remote) return { remote: true };
  if (!give.place || !want.place) return null;
  if (give.place.point && want.place.point) {
    const km = distanceKm(give.place.point, want.place.point);
    return km <= REACH_KM ? { km } : null;
  }
  return give.place.name === want.place.name ? { km: 0 } : "unknown";
}

function commonLanguage(give: Side, want: Side): string | undefined {
  const primary = (tag: string) => tag.split("-")[0];
  return want.languages.find((tag) => give.languages.some((other) => primary(other) === primary(tag)));
}

function rankOf({ skill, time, distance, reputation }: Reasons, minutes: number): number {
  const near = !distance ? 0.3 : "remote" in distance ? 0.8 : 1 - distance.km / REACH_KM;
  const free = time ? Math.min(1, time.minutes / (2 * minutes)) : 0.3;
  const trusted = reputation ? reputation.score / 100 : 0.5;
  return (
    WEIGHTS.skill * skill.fit +
    WEIGHTS.time * free +
    WEIGHTS.distance * near +
    WEIGHTS.reputation * trusted +
    WEIGHTS.language
  );
}
