/** The most members of a ring: with more, somebody always says no. */
export const LONGEST_RING = 5;

/** No member is offered more rings than this at a time. */
export const RINGS_PER_MEMBER = 3;

/** From one member, no more than this many gifts are followed, the best first: what comes after adds nothing new. */
const FOLLOWED = 6;

/** One member could give something another wants. Members are numbers from 0. */
export type Gift = { from: number; to: number; rank: number };

/** Each gives to the next, and the last to the first. `rank` is the weakest of its gifts, less a little for length. */
export type Ring = { members: readonly number[]; rank: number };

/** A longer ring has more people who have to agree. */
const PER_MEMBER = 0.02;

/**
 * Finds rings A→B→…→A of two to five members: for each member the best through them, then the best of all such that
 * nobody is in more than `RINGS_PER_MEMBER`.
 * @param members how many there are
 * @param gifts of two between the same members, the better counts
 * @returns the best first; the same gifts in any order give the same rings
 */
export function findRings(members: number, gifts: readonly Gift[]): Ring[] {
  const graph = buildGraph(members, gifts);
  const found = new Map<string, Ring>();
  for (let start = 0; start < members; start += 1)
    for (const ring of ringsThrough(graph, start)) found.set(ring.members.join(), ring);
  const seats = new Uint8Array(members);
  return [...found.values()]
    .toSorted((a, b) => b.rank - a.rank || compareLists(a.members, b.members))
    .filter(({ members: among }) => {
      if (among.some((member) => seats[member] === RINGS_PER_MEMBER)) return false;
      for (const member of among) seats[member] = (seats[member] ?? 0) + 1;
      return true;
    });
}

/** For each member whom they give to, the best gift first, and who gives to them. */
type Graph = {
  to: readonly (readonly Edge[])[];
  from: readonly (readonly Edge[])[];
};
type Edge = { member: number; rank: number };

function buildGraph(members: number, gifts: readonly Gift[]): Graph {
  const to: Edge[][] = Array.from({ length: members }, () => []);
  const from: Edge[][] = Array.from({ length: members }, () => []);
  for (const gift of gifts.toSorted((a, b) => b.rank - a.rank || a.from - b.from || a.to - b.to)) {
    const next = to[gift.from];
    if (!next || next.length === FOLLOWED || gift.from === gift.to) continue;
    if (next.some(({ member }) => member === gift.to)) continue;
    next.push({ member: gift.to, rank: gift.rank });
    from[gift.to]?.push({ member: gift.from, rank: gift.rank });
  }
  return { to, from };
}

/** The best rings through one member, walked forwards until one step, or two, lead back. */
function ringsThrough(graph: Graph, start: number): Ring[] {
  const home = new Map(graph.from[start]?.map(({ member, rank }) => [member, rank]));
  if (home.size === 0) return [];
  const homeByTwo = waysByTwo(graph, start);
  const best: Ring[] = [];
  const path = [start];

  const isWorse = (rank: number) => best.length === RINGS_PER_MEMBER && rank <= (best.at(-1)?.rank ?? 0);
  const keep = (members: readonly number[], weakest: number) => {
    const rank = weakest - PER_MEMBER * members.length;
    if (isWorse(rank)) return;
    best.push({ members: fromTheLeast(members), rank });
    best.sort((a, b) => b.rank - a.rank);
    best.length = Math.min(best.length, RINGS_PER_MEMBER);
  };
  const walk = (at: number, weakest: number) => {
    const rank = home.get(at);
    if (rank !== undefined) keep(path, Math.min(weakest, rank));
    if (path.length === LONGEST_RING - 1) {
      for (const { member, rank: last } of homeByTwo.get(at) ?? [])
        if (!path.includes(member)) keep([...path, member], Math.min(weakest, last));
      return;
    }
    for (const { member, rank: next } of graph.to[at] ?? []) {
      // What is weak already only gets weaker, and those after it are weaker still.
      if (isWorse(Math.min(weakest, next) - PER_MEMBER * (path.length + 1))) return;
      if (path.includes(member)) continue;
      path.push(member);
      walk(member, Math.min(weakest, next));
      path.pop();
    }
  };
  walk(start, Infinity);
  return best;
}

/** For each member from whom two gifts lead to `end`: who stands between, and the weaker of the two. */
function waysByTwo(graph: Graph, end: number): Map<number, Edge[]> {
  const ways = new Map<number, Edge[]>();
  for (const between of graph.from[end] ?? [])
    for (const first of graph.from[between.member] ?? []) {
      const way = { member: between.member, rank: Math.min(first.rank, between.rank) };
      const others = ways.get(first.member);
      if (others) others.push(way);
      else ways.set(first.member, [way]);
    }
  return ways;
}

/** A ring begins anywhere: told from its least member, two that are the same look the same. */
function fromTheLeast(members: readonly number[]): number[] {
  const least = members.indexOf(Math.min(...members));
  return [...members.slice(least), ...members.slice(0, least)];
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((member, index) => member !== b[index]);
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? -1);
}
