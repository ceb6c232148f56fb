import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLiveFeed, type LiveEvent, type LiveSources } from "#web/features/head/live-feed.ts";
import type { ChangeRow, Head, IndexStatus } from "#web/features/head/queries.ts";

/** An index in memory that a test moves by hand. */
function anIndex() {
  const index = {
    head: { block: 10, timestamp: 1_000 } as Head | null,
    status: { state: "live", lag: { blocks: 0, seconds: 0 }, index: "tt_1" } as IndexStatus,
    changes: [] as ChangeRow[],
    broken: false,
    looks: 0,
    listening: 0,
    wake: () => undefined as void,
  };
  const sources: LiveSources = {
    readHead: () => {
      index.looks += 1;
      return index.broken ? Promise.reject(new Error("no database")) : Promise.resolve(index.head);
    },
    readStatus: () => Promise.resolve(index.status),
    listChangesFromBlock: (block) => Promise.resolve(index.changes.filter((change) => change.block >= block)),
    listen: (wake) => {
      index.listening += 1;
      index.wake = wake;
      return () => {
        index.listening -= 1;
      };
    },
  };
  return { index, feed: createLiveFeed(sources) };
}

const moment = () => vi.advanceTimersByTimeAsync(0);

describe("the live feed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("reads nothing while nobody follows", async () => {
    const { index } = anIndex();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(index.looks).toBe(0);
  });

  it("tells trouble once while the index cannot be read, and the head when it can again", async () => {
    const { index, feed } = anIndex();
    const told: LiveEvent[] = [];
    index.broken = true;
    feed.subscribe((event) => told.push(event));
    await vi.advanceTimersByTimeAsync(3_500);
    expect(told).toEqual([{ kind: "trouble" }]);
    index.broken = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.at(-1)).toEqual({ kind: "head", head: index.head, status: index.status });
  });

  it("tells an empty head while the index fills for the first time", async () => {
    const { index, feed } = anIndex();
    const told: LiveEvent[] = [];
    index.head = null;
    feed.subscribe((event) => told.push(event));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(told).toEqual([{ kind: "head", head: null, status: index.status }]);
  });

  it("does not tell what had happened before anyone followed", async () => {
    const { index, feed } = anIndex();
    const told: LiveEvent[] = [];
    index.changes = [{ id: 9_000_000, block: 9, topics: ["deal:0x1"] }];
    feed.subscribe((event) => told.push(event));
    await moment();
    expect(told).toEqual([{ kind: "head", head: index.head, status: index.status }]);
  });

  it("tells a change and the new head as soon as it is woken", async () => {
    const { index, feed } = anIndex();
    const told: LiveEvent[] = [];
    feed.subscribe((event) => told.push(event));
    await moment();
    const change = { id: 11_000_001, block: 11, topics: ["member:0xa"] };
    index.changes = [change];
    index.head = { block: 11, timestamp: 1_002 };
    index.wake();
    await moment();
    expect(told.slice(1)).toEqual([
      { kind: "change", change },
      { kind: "head", head: index.head, status: index.status },
    ]);
  });

  it("tells another state of the index, though no block came", async () => {
    const { index, feed } = anIndex();
    const told: LiveEvent[] = [];
    feed.subscribe((event) => told.push(event));
    await moment();
    index.status = { ...index.status, state: "chain_unreachable", lag: null };
    await vi.advanceTimersByTimeAsync(3_500);
    expect(told.slice(1)).toEqual([{ kind: "head", head: index.head, status: index.status }]);
  });

  it("tells no changes of an index that took the place of another, only that it did", async () => {
    const { index, feed } = anIndex();
    const told: LiveEvent[] = [];
    index.changes = [{ id: 10_000_000, block: 10, topics: ["deal:0x1"] }];
    feed.subscribe((event) => told.push(event));
    await moment();
    index.changes = [{ id: 3_000_000, block: 3, topics: ["deal:0x2"] }];
    index.head = { block: 4, timestamp: 1_010 };
    index.status = { ...index.status, index: "tt_2" };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.slice(1)).toEqual([{ kind: "head", head: index.head, status: index.status }]);
  });

  it("looks once for all who follow, tells latecomers the head, and ends with the last of them", async () => {
    const { index, feed } = anIndex();
    const first = feed.subscribe(() => undefined);
    await moment();
    const told: LiveEvent[] = [];
    const second = feed.subscribe((event) => told.push(event));
    expect(told).toEqual([{ kind: "head", head: index.head, status: index.status }]);
    expect(index.listening).toBe(1);
    first();
    expect(index.listening).toBe(1);
    second();
    expect(index.listening).toBe(0);
    const looks = index.looks;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(index.looks).toBe(looks);
  });
});
