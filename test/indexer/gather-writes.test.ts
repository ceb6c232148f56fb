import { describe, expect, test } from "vitest";
import { gatherWrites } from "#indexer/gather-writes.ts";

/** Writes that end when they are told to. */
function slowWrites() {
  const begun: { rows: number[]; end(error?: Error): void }[] = [];
  const write = (rows: readonly number[]) =>
    new Promise<void>((resolve, reject) => {
      begun.push({ rows: [...rows], end: (error) => (error ? reject(error) : resolve()) });
    });
  return { begun, gather: gatherWrites(write), turn: () => new Promise(setImmediate) };
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

describe("given a write under way", () => {
  test("when more is given, then it waits, and is written all at once", async () => {
    const { begun, gather, turn } = slowWrites();
    const first = gather([1]);
    await turn();
    const others = [gather([2, 3]), gather([]), gather([4])];
    await turn();
    expect(begun.map(({ rows }) => rows)).toEqual([[1]]);
    begun[0]?.end();
    await first;
    await turn();
    expect(begun.map(({ rows }) => rows)).toEqual([[1], [2, 3, 4]]);
    begun[1]?.end();
    await Promise.all(others);
  });

  test("when it fails, then those are told whose rows were in it, and the next is written all the same", async () => {
    const { begun, gather, turn } = slowWrites();
    const failing = gather([1]);
    await turn();
    const next = gather([2]);
    begun[0]?.end(new Error("refused"));
    await expect(failing).rejects.toThrow("refused");
    await turn();
    begun[1]?.end();
    await next;
  });
});

test("given more rows than a write takes, when some writes have ended, then it has not settled before the last", async () => {
  const { begun, gather, turn } = slowWrites();
  let settled = false;
  const all = gather(range(1_200)).then(() => (settled = true));
  for (const written of [0, 1, 2]) {
    await turn();
    expect(settled).toBe(false);
    begun[written]?.end();
  }
  await all;
  expect(begun.map(({ rows }) => rows.length)).toEqual([500, 500, 200]);
  expect(begun.flatMap(({ rows }) => rows)).toEqual(range(1_200));
});
