import { beforeEach, describe, expect, it } from "vitest";
import { EXAMPLE_LISTING } from "#test/web/features/listing/example-listing.ts";
import { toFormValues } from "#web/features/listing/form-values.ts";
import { draftKey, dropDraft, keepDraft, parseDraft } from "#web/features/listing/kept-draft.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 28);
const KEY = draftKey("0x11", "offer");
const said = (title: string) => ({ ...toFormValues({ ...EXAMPLE_LISTING, photos: [], welcomeMembers: [] }), title });

/** What a browser keeps. */
let kept: Map<string, string>;
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => (kept = new Map()));

const keep = (title: string, seen: string | null, now = NOW) =>
  keepDraft(storage, KEY, { values: said(title), seen, now });
const titleKept = () => parseDraft(storage.getItem(KEY), NOW)?.values.title;

describe("given nothing that can be understood", () => {
  it.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["another form", JSON.stringify({ version: "1", at: NOW, values: { title: "Bread" } })],
    ["something old", JSON.stringify({ version: "1", at: NOW - 31 * DAY, values: said("Bread") })],
  ])("brings nothing back of %s", (_, text) => {
    expect(parseDraft(text, NOW)).toBeNull();
  });
  it("keeps in its place", () => {
    storage.setItem(KEY, "{");
    expect(keep("Bread", null).isOurs).toBe(true);
    expect(titleKept()).toBe("Bread");
  });
});

describe("given two tabs", () => {
  it("never writes over what the other has kept since", () => {
    const first = keep("Bread", null).draft;
    const second = keep("Cake", null);
    expect(second).toEqual({ draft: first, isOurs: false });
    expect(titleKept()).toBe("Bread");
    expect(keep("Cake", first.version).isOurs).toBe(true);
    expect(keep("Bread and butter", first.version).isOurs).toBe(false);
    expect(titleKept()).toBe("Cake");
  });
  it("forgets its own words alone", () => {
    const first = keep("Bread", null).draft;
    const second = keep("Cake", first.version).draft;
    dropDraft(storage, KEY, first.version);
    expect(titleKept()).toBe("Cake");
    dropDraft(storage, KEY, second.version);
    expect(kept.size).toBe(0);
  });
});

describe("given one form", () => {
  it("brings back all that was typed, as it was typed", () => {
    const { draft } = keep("  Bre", null);
    expect(parseDraft(storage.getItem(KEY), NOW + DAY)).toEqual(draft);
    expect(draft.values).toEqual(said("  Bre"));
  });
  it("keeps each member's and each kind's words by themselves", () => {
    const keys = ["0x11", "0x22"].flatMap((owner) => [draftKey(owner, "offer"), draftKey(owner, "request")]);
    expect(new Set(keys).size).toBe(4);
  });
});
