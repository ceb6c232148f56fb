import { judgeMatch, type Side } from "./matching.ts";
import type { Gift } from "./rings.ts";

/** One offer or request with the number of the member it is of. */
export type Entry = { id: string; member: number; side: Side };

/** Whether somebody does not want this gift, whatever fits. */
export type Refuses = (offer: Entry, request: Entry) => boolean;

/** A gift with the offer and the request it is made of, as places in the lists they were given in. */
export type PossibleGift = Gift & { offer: number; request: number };

/** An offer is held against no more requests than this, those with the rarest words in common first. */
const LOOKED_AT = 16;

/** Nobody gives more than this many times what another of the ring gives. */
const MOST_UNEVEN = 2;

/**
 * Who could give what to whom, for each pair of members the best.
 * @param offers in a fixed order: with too many requests alike, which are looked at depends on it
 */
export function listGifts(
  offers: readonly Entry[],
  requests: readonly Entry[],
  refuses: Refuses = () => false,
): PossibleGift[] {
  const waiting = indexByStem(requests);
  const best = new Map<number, PossibleGift>();
  const members = 1 + requests.reduce((most, { member }) => Math.max(most, member), 0);
  for (const [offer, given] of offers.entries())
    for (const request of candidatesFor(given.side, waiting, offer)) {
      const { member: from, side } = given;
      const wanted = requests[request];
      if (!wanted || wanted.member === from || refuses(given, wanted)) continue;
      const match = judgeMatch(side, wanted.side, { commonMinutes: null, other: side });
      if (!match) continue;
      const key = from * members + wanted.member;
      const known = best.get(key);
      if (!known || known.rank < match.rank)
        best.set(key, { from, to: wanted.member, rank: match.rank, offer, request });
    }
  return [...best.values()];
}

/**
 * What each of a ring gives and gets: the least of what is offered and asked for.
 * @returns minutes, or null where the gifts are too unlike for anyone to call it even
 */
export function evenMinutes(minutes: readonly number[]): number | null {
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return most <= MOST_UNEVEN * least ? least : null;
}

/** For each stem of a skill or a title the requests that say it. */
function indexByStem(requests: readonly Entry[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [request, { side }] of requests.entries())
    for (const stem of stemsOf(side)) {
      const posts = index.get(stem);
      if (posts) posts.push(request);
      else index.set(stem, [request]);
    }
  return index;
}

/** Where many requests say the same, each offer begins at another of them, so that all are seen by somebody. */
function candidatesFor(side: Side, waiting: Map<string, number[]>, turn: number): Set<number> {
  const lists = [...stemsOf(side)].flatMap((stem) => [waiting.get(stem) ?? []]).toSorted((a, b) => a.length - b.length);
  const candidates = new Set<number>();
  for (const posts of lists)
    for (let step = 0; step < posts.length && candidates.size < LOOKED_AT; step += 1) {
      const post = posts[(turn * LOOKED_AT + step) % posts.length];
      if (post !== undefined) candidates.add(post);
    }
  return candidates;
}

function stemsOf({ skills, titleStems }: Side): Set<string> {
  return new Set([...skills.flatMap(({ stems }) => stems), ...titleStems]);
}
