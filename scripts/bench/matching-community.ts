import { toHex, type Address } from "viem";
import { topCategory } from "#domain/category.ts";
import { type Category, partsOf, type TopCategory } from "#web/features/listing/categories.ts";
import type { Seeded } from "../trial/seeded.ts";

/**
 * A concept as members spell it. `odd` says the same in words that share too few with the others to be seen;
 * `decoys` say something else with some of its words.
 */
type Concept = { category: Category; spellings: string[]; odd: string[]; decoys: string[] };

const concept = (category: Category, spellings: string[], odd: string[], decoys: string[]): Concept => ({
  category,
  spellings,
  odd,
  decoys,
});

const CONCEPTS: Concept[] = [
  concept(
    "home.bicycles",
    ["Bike repair", "bike repairs", "repairing bikes"],
    ["bicycle mechanic"],
    ["shoe repair", "bike tours"],
  ),
  concept(
    "home.painting",
    ["Painting walls", "wall painting", "Painting a wall"],
    ["decorating"],
    ["portrait painting", "wall of photos"],
  ),
  concept("home.plumbing", ["Plumbing", "plumbing"], ["leaking taps"], ["plum jam"]),
  concept("languages.lessons", ["Spanish", "spanish"], ["castellano"], ["Spanish cooking evening with wine"]),
  concept(
    "languages.conversation",
    ["German conversation", "Conversation in German"],
    ["Deutsch"],
    ["German car parts"],
  ),
  concept("languages.lessons", ["Français", "francais"], ["French"], ["Catalan"]),
  concept("care.children", ["Babysitting", "babysitting"], ["minding children"], ["dog sitting"]),
  concept("care.animals", ["Dog walking", "walking dogs", "Dog walks"], ["taking Rex out"], ["walking tour"]),
  concept(
    "garden.trees",
    ["Pruning apple trees", "apple tree pruning", "Prune an apple tree"],
    ["fruit trees"],
    ["apple cake", "tree house"],
  ),
  concept("garden.beds", ["Composting", "compost"], ["worm bin"], ["composing"]),
  concept(
    "technology.websites",
    ["Web design", "designing for the web"],
    ["home pages"],
    ["dress design", "web of lies reading"],
  ),
  concept("technology.data", ["Backups", "backup"], ["saving photos"], ["backyard party"]),
  concept(
    "arts.music",
    ["Piano lessons", "piano lesson", "Lessons on the piano"],
    ["keys"],
    ["accordion lessons", "piano moving"],
  ),
  concept("arts.music", ["Guitar lessons", "Guitar lesson"], ["six strings"], ["drum lessons", "guitar stand"]),
  concept("wellbeing.yoga", ["Yoga", "yoga"], ["sun salutations"], ["yogurt making"]),
  concept("wellbeing.massage", ["Back massage", "massage of the back"], ["sore shoulders"], ["backpacking"]),
  concept("advice.taxes", ["Tax returns", "tax return"], ["ELSTER"], ["returning parcels"]),
  concept("transport.moving", ["Moving house", "house moving", "house moves"], ["carrying boxes"], ["house plants"]),
  concept("learning.maths", ["Maths tutoring", "tutoring in maths"], ["algebra"], ["history tutoring"]),
  concept("learning.games", ["Chess", "chess"], ["openings and endgames"], ["cheese making"]),
];

/** Far enough from each other that nobody travels between them, each with somewhere near. */
const TOWNS = [
  { place: "Berlin", latitude: 52.52, longitude: 13.4 },
  { place: "Girona", latitude: 41.98, longitude: 2.82 },
  { place: "Leeds", latitude: 53.8, longitude: -1.54 },
  { place: "Lyon", latitude: 45.76, longitude: 4.84 },
];

const TONGUES = [["en"], ["en", "es"], ["de", "en"], ["es"], ["de"]];

/** Free mornings, free evenings, or no hours kept. */
type Hours = "mornings" | "evenings" | null;

export type PlantedMember = {
  address: Address;
  town: number;
  tongues: string[];
  hours: Hours;
  /** What stands in the profile: a concept's number, with the words for it. */
  skill: Said;
};

type Said = { concept: number; words: string; category: Category; decoy: boolean };

export type PlantedListing = {
  owner: number;
  kind: "offer" | "request";
  said: Said;
  status: "published" | "paused" | "draft";
  remote: boolean;
  language: string;
};

export type Community = {
  members: PlantedMember[];
  listings: PlantedListing[];
  /** Pairs of which the first has blocked the second. */
  blocks: [number, number][];
};

/**
 * One in so many says it in words nobody could guess; one in so many is a decoy; one in so many stands in the top
 * category alone, and one in so many in another part of it than where it belongs.
 */
const ODD_IN = 25;
const DECOY_IN = 5;
const COARSE_IN = 6;
const MISFILED_IN = 12;

/** Members who each offer two things and ask for one; among them decoys of every kind. */
export function plantCommunity(random: Seeded, size: number): Community {
  const members = Array.from({ length: size }, (_, index) => ({
    address: addressOf(index),
    town: random.between(0, TOWNS.length - 1),
    tongues: random.pick(TONGUES),
    hours: random.pick<Hours>(["mornings", "evenings", null]),
    skill: say(random),
  }));
  const listings = members.flatMap(({ tongues }, owner) =>
    (["offer", "offer", "request"] as const).map((kind) => ({
      owner,
      kind,
      said: say(random),
      status: random.between(1, 8) === 1 ? random.pick(["paused", "draft"] as const) : ("published" as const),
      remote: random.between(1, 6) === 1,
      language: tongues[0] ?? "en",
    })),
  );
  const blocks = Array.from(
    { length: size / 20 },
    () => [random.between(0, size - 1), random.between(0, size - 1)] as [number, number],
  );
  return { members, listings, blocks: blocks.filter(([one, other]) => one !== other) };
}

export const townOf = ({ town }: PlantedMember) => TOWNS[town];

const addressOf = (index: number): Address => toHex(0xbe00_0000 + index, { size: 20 });

function say(random: Seeded): Said {
  const number = random.between(0, CONCEPTS.length - 1);
  const { category: meant, spellings, odd, decoys } = CONCEPTS[number] ?? concept("home", [""], [""], [""]);
  const category = file(random, meant);
  if (random.between(1, DECOY_IN) === 1) return { concept: number, words: random.pick(decoys), category, decoy: true };
  const words = random.between(1, ODD_IN) === 1 ? random.pick(odd) : random.pick(spellings);
  return { concept: number, words, category, decoy: false };
}

/** The category somebody chooses for what belongs into `meant`. */
function file(random: Seeded, meant: Category): Category {
  const top = topCategory(meant) as TopCategory;
  if (random.between(1, COARSE_IN) === 1) return top;
  return random.between(1, MISFILED_IN) === 1 ? random.pick(partsOf(top)) : meant;
}

/** Whether a member and a listing were planted to fit, told from the plan alone. */
export function wasPlanted(community: Community, [who, number]: readonly [number, number]): boolean {
  const { members, listings } = community;
  const [me, theirs] = [members[who], listings[number]];
  const owner = theirs && members[theirs.owner];
  if (!me || !theirs || !owner || theirs.owner === who || theirs.status !== "published") return false;
  if (!canMeet(community, [who, theirs.owner])) return false;
  const means = ({ concept: meant, decoy }: Said) => !decoy && !theirs.said.decoy && meant === theirs.said.concept;
  const reaches = (remote: boolean) => me.town === owner.town || (remote && theirs.remote);
  const wanted = theirs.kind === "request" ? "offer" : "request";
  const listed = listings.some(
    ({ owner: other, kind, said, status, remote }) =>
      other === who && kind === wanted && status === "published" && means(said) && reaches(remote),
  );
  return listed || (theirs.kind === "request" && means(me.skill) && reaches(true));
}

/** Whether two members could deal with each other at all. */
function canMeet({ members, blocks }: Community, [one, other]: readonly [number, number]): boolean {
  const [me, them] = [members[one], members[other]];
  if (!me || !them || !me.tongues.some((tongue) => them.tongues.includes(tongue))) return false;
  if (me.hours !== null && them.hours !== null && me.hours !== them.hours) return false;
  return !blocks.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}
