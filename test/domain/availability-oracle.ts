import type { Availability, Hours } from "#domain/availability.ts";
import type { Span } from "#domain/span.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export type WallClock = (second: number) => { day: string; weekday: number; minute: number };

/** What the clock on the wall shows in a zone, asked of the runtime's own calendar rather than of Temporal. */
export function wallClock(timeZone: string): WallClock {
  const known = new Map<number, ReturnType<WallClock>>();
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const read: WallClock = (second) => {
    const parts = Object.fromEntries(format.formatToParts(second * 1000).map(({ type, value }) => [type, value]));
    return {
      day: `${parts.year}-${parts.month}-${parts.day}`,
      weekday: WEEKDAYS.indexOf(parts.weekday ?? "") + 1,
      minute: Number(parts.hour) * 60 + Number(parts.minute),
    };
  };
  return (second) => {
    const shown = known.get(second) ?? read(second);
    known.set(second, shown);
    return shown;
  };
}

/** Tries every minute of the window by itself. @returns the open ones, as few spans as possible */
export function openMinuteByMinute({ weekly, exceptions }: Availability, window: Span, read: WallClock): Span[] {
  const spans: Span[] = [];
  for (let at = window.from; at < window.to; at += 60) {
    const { day, weekday, minute } = read(at);
    const special = exceptions.find((exception) => exception.day === day)?.hours;
    const hours: readonly Hours[] = special ?? weekly.filter((rule) => rule.weekday === weekday);
    if (!hours.some(({ from, to }) => from <= minute && minute < to)) continue;
    const last = spans.at(-1);
    if (last?.to === at) last.to = at + 60;
    else spans.push({ from: at, to: at + 60 });
  }
  return spans;
}
