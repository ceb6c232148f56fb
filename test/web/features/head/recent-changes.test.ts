import { describe, expect, it } from "vitest";
import type { ChangeRow } from "#web/features/head/queries.ts";
import { compareRecent } from "#web/features/head/recent-changes.ts";

const row = (block: number, ...topics: string[]): ChangeRow => ({ id: block * 1_000_000, block, topics });
const seen = (...rows: ChangeRow[]) => new Map(rows.map((known) => [known.id, known]));

describe("compareRecent", () => {
  it("tells nothing when nothing changed", () => {
    expect(compareRecent(seen(row(7, "deal:0x1")), [row(7, "deal:0x1")], 0)).toEqual([]);
  });

  it("does not call gone what only left the window", () => {
    expect(compareRecent(seen(row(7, "deal:0x1"), row(8, "deal:0x2")), [row(8, "deal:0x2")], 8)).toEqual([]);
  });

  it("tells what is new", () => {
    expect(compareRecent(seen(row(7, "deal:0x1")), [row(7, "deal:0x1"), row(8, "token:5")], 0)).toEqual([
      row(8, "token:5"),
    ]);
  });

  it("tells what a reorganisation took away", () => {
    expect(compareRecent(seen(row(7, "deal:0x1")), [], 0)).toEqual([row(7, "deal:0x1")]);
  });

  it("tells both sides of what a reorganisation replaced", () => {
    expect(compareRecent(seen(row(7, "deal:0x1")), [row(7, "deal:0x2")], 0)).toEqual([
      row(7, "deal:0x1"),
      row(7, "deal:0x2"),
    ]);
  });
});
