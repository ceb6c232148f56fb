import type { Hours } from "#domain/availability.ts";
import type { Handle } from "./members.ts";

/** When a member of the demo gives time. Days are counted from the day of the start. */
export interface DemoHours {
  /** Of each weekday, Monday first, as the clock on the member's wall shows them: `["09:00-12:00"]`. */
  week: readonly (readonly HoursText[])[];
  /** Days with other hours; none for a day off. */
  otherwise?: readonly { day: number; hours: readonly HoursText[] }[];
  slotMinutes: number;
  bufferMinutes: number;
  noticeHours: number;
}

type HoursText = `${number}:${number}-${number}:${number}`;

const WORKDAYS = (hours: readonly HoursText[]) => [hours, hours, hours, hours, hours, [], []];

/** Who keeps a calendar; with everybody else the time is free to choose. */
export const HOURS: Partial<Record<Handle, DemoHours>> = {
  ines: {
    week: [
      ["09:00-12:30"],
      ["09:00-12:30", "16:00-20:00"],
      [],
      ["09:00-12:30", "16:00-20:00"],
      ["09:00-12:30"],
      [],
      [],
    ],
    otherwise: [
      { day: 9, hours: [] },
      { day: 13, hours: ["10:00-14:00"] },
    ],
    slotMinutes: 30,
    bufferMinutes: 15,
    noticeHours: 12,
  },
  marek: {
    week: [[], ["10:00-18:00"], ["10:00-18:00"], ["12:00-20:00"], ["10:00-18:00"], ["10:00-14:00"], []],
    slotMinutes: 30,
    bufferMinutes: 15,
    noticeHours: 3,
  },
  jonas: { week: WORKDAYS(["14:00-19:30"]), slotMinutes: 45, bufferMinutes: 15, noticeHours: 24 },
  hannah: {
    week: [["17:00-20:00"], [], ["17:00-20:00"], [], [], ["08:00-13:00"], ["10:00-13:00"]],
    otherwise: [{ day: 6, hours: [] }],
    slotMinutes: 30,
    bufferMinutes: 0,
    noticeHours: 24,
  },
  aoife: { week: WORKDAYS(["18:30-22:00"]), slotMinutes: 30, bufferMinutes: 10, noticeHours: 6 },
  sofia: { week: WORKDAYS(["08:00-11:00", "17:00-21:00"]), slotMinutes: 30, bufferMinutes: 15, noticeHours: 12 },
  tomas: {
    week: [["10:00-20:00"], ["10:00-20:00"], ["10:00-20:00"], ["10:00-20:00"], [], ["10:00-14:00"], []],
    slotMinutes: 60,
    bufferMinutes: 15,
    noticeHours: 24,
  },
  leila: { week: WORKDAYS(["09:00-13:00"]), slotMinutes: 15, bufferMinutes: 15, noticeHours: 12 },
  maja: { week: WORKDAYS(["13:00-19:00"]), slotMinutes: 60, bufferMinutes: 0, noticeHours: 24 },
};

/** @returns `"09:00-12:30"` in minutes since midnight */
export function readHours(text: HoursText): Hours {
  const [from = 0, to = 0] = text.split("-").map((clock) => {
    const [hours = 0, minutes = 0] = clock.split(":").map(Number);
    return hours * 60 + minutes;
  });
  return { from, to };
}
