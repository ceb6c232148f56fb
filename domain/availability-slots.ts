import { BOOKING_DAYS, keepsHours, type Availability } from "./availability.ts";
import { listOpenings, openTime } from "./availability-openings.ts";
import { clipSpans, mergeSpans, spanAt, subtractSpans, type Span } from "./span.ts";

const DAY = 86_400;

/** What others need to know of a member's calendar to book in it. */
export type OpenCalendar = {
  availability: Availability;
  /** When the member has something else to do. */
  busy: readonly Span[];
  /** Kept free by what is booked already, as it was said then: the buffer of a new slot does not widen it. */
  blocked?: readonly Span[];
  /** Kept free around a new slot, in minutes, where that is not what the member keeps free everywhere. */
  buffers?: Buffers;
};

/** Minutes kept free around a slot; null for what the member keeps free everywhere. */
export type Buffers = { before: number | null; after: number | null };

/**
 * The starts of all slots of this length that can be booked at `now`.
 * @param window where a slot must begin; what lies beyond the booking horizon is left out
 * @param now unix seconds
 * @returns unix seconds, ascending
 */
export function listFreeSlots(
  calendar: OpenCalendar,
  { minutes, window, now }: { minutes: number; window: Span; now: number },
): number[] {
  const { slotMinutes } = calendar.availability;
  const begins = clipSpans([window], bookableAt(calendar, now))[0];
  if (!begins || minutes <= 0) return [];
  const length = minutes * 60;
  const free = freeTime(calendar, { from: begins.from, to: begins.to + length }, now);
  const starts = new Set<number>();
  for (const opening of listOpenings(calendar.availability, begins)) {
    const end = opening.at(-1)?.to ?? 0;
    for (let start = opening[0].from; start < end; start += slotMinutes * 60) {
      const within = begins.from <= start && start < begins.to;
      if (within && start + length <= (spanAt(free, start)?.to ?? 0)) starts.add(start);
    }
  }
  return [...starts].toSorted((a, b) => a - b);
}

/** Whether the slot that starts then can be booked. Unix seconds. */
export function isSlotFree(calendar: OpenCalendar, slot: { start: number; minutes: number }, now: number): boolean {
  const window = { from: slot.start, to: slot.start + 1 };
  return listFreeSlots(calendar, { minutes: slot.minutes, window, now }).length > 0;
}

/**
 * Open time that nothing takes, from the end of the notice on.
 * @param now unix seconds
 */
export function freeTime(
  { availability, busy, blocked = [], buffers }: OpenCalendar,
  window: Span,
  now: number,
): Span[] {
  const before = (buffers?.before ?? availability.bufferMinutes) * 60;
  const after = (buffers?.after ?? availability.bufferMinutes) * 60;
  // What begins later ends the slot's time after, what ended earlier its time before.
  const taken = mergeSpans([...busy.map(({ from, to }) => ({ from: from - after, to: to + before })), ...blocked]);
  const earliest = Math.max(window.from, now + availability.noticeMinutes * 60);
  const open = clipSpans(openTime(availability, window), { from: earliest, to: window.to });
  return subtractSpans(open, taken);
}

/**
 * Whether slots of this length can ever be offered: nobody finds a slot for forty hours in a calendar that opens for
 * three a day, so time for such work is agreed in words.
 * @param now unix seconds
 */
export function canHoldSlots(availability: Availability, minutes: number, now: number): boolean {
  if (!keepsHours(availability)) return false;
  const usual = openTime({ ...availability, exceptions: [] }, { from: now, to: now + 14 * DAY });
  const special = openTime(availability, { from: now, to: now + BOOKING_DAYS * DAY });
  return [...usual, ...special].some(({ from, to }) => to - from >= minutes * 60);
}

function bookableAt({ availability }: OpenCalendar, now: number): Span {
  return { from: now + availability.noticeMinutes * 60, to: now + BOOKING_DAYS * DAY };
}
