import type { ChangeRow } from "#web/features/head/queries.ts";

/** The changes of the last blocks as they were last seen, by id. */
export type Recent = ReadonlyMap<number, ChangeRow>;

const sameTopics = (a: ChangeRow, b: ChangeRow): boolean => a.topics.join() === b.topics.join();

/**
 * What is new between two looks at the last blocks. After a reorganisation an id can carry other topics, or be gone;
 * what was there has then changed as well, so its topics are told again.
 * @param from changes of earlier blocks left the window and are not gone
 */
export function compareRecent(before: Recent, now: ChangeRow[], from: number): ChangeRow[] {
  const after = new Map(now.map((row) => [row.id, row]));
  const gone = [...before.values()].filter((row) => row.block >= from && !after.has(row.id));
  const fresh = now.filter((row) => {
    const known = before.get(row.id);
    return !known || !sameTopics(known, row);
  });
  const replaced = fresh.flatMap((row) => before.get(row.id) ?? []);
  return [...gone, ...replaced, ...fresh];
}
