/** A rule as RFC 5545 has it, of days alone. */
export type DayRule = {
  freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  count?: number | undefined;
  until?: number | undefined;
  /** 0 for Monday to 6 for Sunday. */
  wkst: number;
  /** With their place in the month or year, or 0 for all. */
  byDay?: readonly { place: number; weekday: number }[] | undefined;
  byMonth?: readonly number[] | undefined;
  byMonthDay?: readonly number[] | undefined;
  byYearDay?: readonly number[] | undefined;
  bySetPos?: readonly number[] | undefined;
};

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const DAY = 86_400_000;

/** The rule as a file writes it. */
export function writeRule(rule: DayRule): string {
  const lists = [
    ["BYMONTH", rule.byMonth],
    ["BYMONTHDAY", rule.byMonthDay],
    ["BYYEARDAY", rule.byYearDay],
    ["BYDAY", rule.byDay?.map(({ place, weekday }) => `${place === 0 ? "" : place}${WEEKDAYS[weekday]}`)],
    ["BYSETPOS", rule.bySetPos],
  ] as const;
  return [
    `FREQ=${rule.freq}`,
    `INTERVAL=${rule.interval}`,
    ...(rule.count === undefined ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === undefined ? [] : [`UNTIL=${writeDay(rule.until)}`]),
    `WKST=${WEEKDAYS[rule.wkst]}`,
    ...lists.flatMap(([name, list]) => (list ? [`${name}=${list.join(",")}`] : [])),
  ].join(";");
}

/** A day counted from 1970 as `20261124`. */
export function writeDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10).replaceAll("-", "");
}

/**
 * Goes through all days from the beginning on and asks of each whether the rule names it.
 * @returns the days up to, and without, `end`
 */
export function daysOfRule(rule: DayRule, start: number, end: number): number[] {
  const periods = new Map<number, number[]>();
  // The first period may begin before the series, and the last one end behind the window: BYSETPOS counts all of it.
  for (let day = start - 400; day < end + 400; day += 1) {
    const period = periodOf(rule, day) - periodOf(rule, start);
    if (period < 0 || period % rule.interval !== 0 || !isNamed(rule, day, start)) continue;
    periods.set(period, [...(periods.get(period) ?? []), day]);
  }
  const named = [...periods.values()].flatMap((days) =>
    rule.bySetPos ? days.filter((_, index) => isPlaced(rule.bySetPos ?? [], index, days.length)) : days,
  );
  const found = named.filter((day) => day >= start && day <= (rule.until ?? Infinity));
  return found.slice(0, rule.count).filter((day) => day < end);
}

/** Whether the day at `index` of so many is one of the places, counted from 1 or from the end. */
function isPlaced(places: readonly number[], index: number, size: number): boolean {
  return places.includes(index + 1) || places.includes(index - size);
}

function periodOf({ freq, wkst }: DayRule, day: number): number {
  const { year, month } = partsOf(day);
  if (freq === "DAILY") return day;
  if (freq === "WEEKLY") return Math.floor((day + 3 - wkst) / 7);
  return freq === "MONTHLY" ? year * 12 + month : year;
}

function isNamed(rule: DayRule, day: number, start: number): boolean {
  const { freq, byDay, byMonth, byMonthDay, byYearDay } = rule;
  const here = partsOf(day);
  const first = partsOf(start);
  if (byMonth && !byMonth.includes(here.month)) return false;
  if (byMonthDay && !isPlaced(byMonthDay, here.day - 1, here.daysInMonth)) return false;
  if (byYearDay && !isPlaced(byYearDay, here.dayOfYear - 1, here.daysInYear)) return false;
  if (byDay) return byDay.some((one) => one.weekday === here.weekday && isPlaceIn(rule, one.place, here));
  if (byMonthDay || byYearDay || freq === "DAILY") return true;
  if (freq === "WEEKLY") return here.weekday === first.weekday;
  return here.day === first.day && (freq === "MONTHLY" || byMonth !== undefined || here.month === first.month);
}

/** "The second Monday" is one of the month, or of the year where a yearly rule names no month. */
function isPlaceIn({ freq, byMonth }: DayRule, place: number, here: ReturnType<typeof partsOf>): boolean {
  if (place === 0) return true;
  const ofYear = freq === "YEARLY" && !byMonth;
  const index = (ofYear ? here.dayOfYear : here.day) - 1;
  const left = (ofYear ? here.daysInYear : here.daysInMonth) - 1 - index;
  return place > 0 ? Math.floor(index / 7) + 1 === place : Math.floor(left / 7) + 1 === -place;
}

function partsOf(day: number) {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const newYear = Date.UTC(year, 0, 1) / DAY;
  return {
    year,
    month: month + 1,
    day: date.getUTCDate(),
    weekday: (((day + 3) % 7) + 7) % 7,
    dayOfYear: day - newYear + 1,
    daysInMonth: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
    daysInYear: Date.UTC(year + 1, 0, 1) / DAY - newYear,
  };
}
