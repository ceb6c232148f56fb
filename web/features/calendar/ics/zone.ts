import { Temporal } from "temporal-polyfill";
import type { Wall } from "#web/features/calendar/ics/values.ts";

/**
 * Turns what a clock on the wall shows into the instant it shows it, and back. A time the clocks skip is read by the
 * offset before, of one they repeat the first is meant.
 */
export type Zone = { toInstant: (wall: Wall) => number; toWall: (instant: number) => Wall };

/** From an instant on, clocks are `offset` seconds ahead of UTC. */
export type Onset = { at: number; offset: number };

/** As long as no change of the clocks comes between. */
type Stretch = { from: number; to: number; offset: number };

/** Offsets, and what they change by, are smaller. */
const DAY = 86_400;

export const UTC: Zone = { toInstant: (wall) => wall, toWall: (instant) => instant };

/** A zone this runtime knows by its IANA name. Stretches between two changes are asked for once. */
export function ianaZone(name: string): Zone {
  const known: Stretch[] = [];
  return zoneOf((instant) => {
    let stretch = known.find(({ from, to }) => from <= instant && instant < to);
    if (!stretch) known.push((stretch = stretchAround(instant, name)));
    return stretch.offset;
  });
}

function stretchAround(instant: number, name: string): Stretch {
  const there = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(name);
  // What began at this very instant is not "previous" to it.
  const began = there.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const ends = there.getTimeZoneTransition("next");
  return {
    from: began ? began.epochMilliseconds / 1000 : -Infinity,
    to: ends ? ends.epochMilliseconds / 1000 : Infinity,
    offset: there.offsetNanoseconds / 1e9,
  };
}

/**
 * A zone made of its changes.
 * @param before the offset until the first of them
 */
export function zoneOfOnsets(onsets: readonly Onset[], before: number): Zone {
  const changes = onsets.toSorted((a, b) => a.at - b.at);
  return zoneOf((instant) => changes.findLast(({ at }) => at <= instant)?.offset ?? before);
}

function zoneOf(offsetAt: (instant: number) => number): Zone {
  const toInstant = (wall: Wall) => {
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    const shown = [wall - before, wall - after].filter((instant) => wall - instant === offsetAt(instant));
    return shown.length > 0 ? Math.min(...shown) : wall - before;
  };
  return { toInstant, toWall: (instant) => instant + offsetAt(instant) };
}
