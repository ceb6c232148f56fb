import { describe, expect, it } from "vitest";
import { chooseSlot, doneByFor, inputOf, slotOf, startDraft } from "#web/features/proposal/draft.ts";

const DAY = 86_400;
const BERLIN = "Europe/Berlin";
/** The day before the clocks go back in Berlin. */
const NOW = Date.parse("2026-10-24T12:00:00Z") / 1000;
const start = { brief: "An hour", totalMinutes: 60, arbiter: "", slot: null };

describe("given a seller who leaves the time free to choose", () => {
  it("begins with tomorrow at ten, and a day more to mark it as done", () => {
    const draft = startDraft({ ...start, fromSlots: false }, NOW, BERLIN);
    expect(draft).toMatchObject({ startsAt: "2026-10-25T10:00", slotStart: null });
    const from = Date.parse("2026-10-25T09:00:00Z") / 1000;
    expect(slotOf(draft, BERLIN)).toEqual({ deliverFrom: from, deliverBy: doneByFor(from, 60) });
  });
});

describe("given a seller who keeps hours", () => {
  const empty = startDraft({ ...start, fromSlots: true }, NOW, BERLIN);
  it("begins without a time, which is then missing", () => {
    expect(slotOf(empty, BERLIN)).toBeNull();
    expect(inputOf(empty, { payment: "none", timeZone: BERLIN, now: NOW }).deliverFrom).toBeNaN();
  });
  it("keeps to the second of two hours that look alike", () => {
    const secondHalfPastTwo = Date.parse("2026-10-25T01:30:00Z") / 1000;
    const draft = { ...empty, ...chooseSlot(secondHalfPastTwo, 60, BERLIN) };
    expect(draft.startsAt).toBe("2026-10-25T02:30");
    expect(slotOf(draft, BERLIN)?.deliverFrom).toBe(secondHalfPastTwo);
  });
  it("begins with the slot that is answered", () => {
    const slot = { deliverFrom: NOW + DAY, deliverBy: NOW + 3 * DAY };
    expect(slotOf(startDraft({ ...start, slot, fromSlots: true }, NOW, BERLIN), BERLIN)).toEqual(slot);
  });
});
