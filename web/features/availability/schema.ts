import { z } from "zod";
import { areHoursSound, AVAILABILITY_LIMITS, isCalendarDay } from "#domain/availability.ts";
import { isTimeZone } from "#web/i18n/time-zone.ts";

const { slotMinutes, bufferMinutes, noticeMinutes, weeklyRules, exceptions, hoursADay } = AVAILABILITY_LIMITS;

const minuteOfDay = z.number("hours").int("hours").min(0, "hours").max(1_440, "hours");

const hours = z.object({ from: minuteOfDay, to: minuteOfDay }).refine(({ from, to }) => from < to, "hoursOrder");

const minutesWithin = ({ least, most }: { least: number; most: number }, sentence: string) =>
  z.number(sentence).int(sentence).min(least, sentence).max(most, sentence);

const weekday = z.number("weekday").int("weekday").min(1, "weekday").max(7, "weekday");

/** One day that follows hours of its own. */
const dayException = z.object({
  day: z.string("day").refine(isCalendarDay, "day"),
  hours: z.array(hours, "hours").max(hoursADay, "hoursMany").refine(areHoursSound, "hoursOverlap"),
});

/** Everything a member says of when they give time. */
export const availabilitySchema = z
  .object({
    timeZone: z.string("timeZone").refine(isTimeZone, "timeZone"),
    weekly: z.array(hours.and(z.object({ weekday })), "hours").max(weeklyRules, "hoursMany"),
    exceptions: z.array(dayException, "day").max(exceptions, "exceptionsMany"),
    slotMinutes: minutesWithin(slotMinutes, "slotMinutes"),
    bufferMinutes: minutesWithin(bufferMinutes, "bufferMinutes"),
    noticeMinutes: minutesWithin(noticeMinutes, "noticeMinutes"),
  })
  .superRefine(({ weekly, exceptions: days }, context) => {
    for (let day = 1; day <= 7; day += 1) {
      const ofDay = weekly.filter((rule) => rule.weekday === day);
      if (!areHoursSound(ofDay)) context.addIssue({ code: "custom", message: "hoursOverlap", path: ["days", day] });
    }
    const seen = new Set<string>();
    for (const [index, { day }] of days.entries()) {
      if (seen.has(day)) context.addIssue({ code: "custom", message: "dayTwice", path: ["exceptions", index, "day"] });
      seen.add(day);
    }
  });

export type AvailabilityInput = z.output<typeof availabilitySchema>;
