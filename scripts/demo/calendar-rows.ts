import { dealId } from "#domain/terms.ts";
import type { availability, availabilityException, availabilityRule } from "#web/db/schema/availability.ts";
import type { booking } from "#web/db/schema/booking.ts";
import { addressOf } from "./accounts.ts";
import { totalMinutes } from "./agreed-terms.ts";
import { followDeal } from "./deal-course.ts";
import type { Ending } from "./exchange.ts";
import { EXCHANGES } from "./exchanges.ts";
import { uuidOf } from "./fixed-random.ts";
import { HOURS, readHours, type DemoHours } from "./hours.ts";
import { memberRows, toDate } from "./member-rows.ts";
import type { Handle } from "./members.ts";
import { DAY } from "./moment.ts";
import type { Stage } from "./transaction.ts";

/** Deals whose time is still ahead, or going on. */
const RUNNING: readonly Ending[] = ["pending", "active, ahead of its slot", "active, in its slot", "delivered"];

const KEPT = Object.entries(HOURS) as [Handle, DemoHours][];

/** @returns how the members who keep a calendar give time */
export function availabilityRows(now: number): (typeof availability.$inferInsert)[] {
  const profiles = memberRows(now);
  return KEPT.map(([handle, { slotMinutes, bufferMinutes, noticeHours }]) => {
    const profile = profiles.find((row) => row.handle === handle);
    const since = profile?.createdAt ?? new Date(now * 1_000);
    const timeZone = profile?.timeZone ?? "UTC";
    const said = { timeZone, slotMinutes, bufferMinutes, noticeMinutes: noticeHours * 60 };
    return { member: addressOf(handle), ...said, createdAt: since, updatedAt: since };
  });
}

/** @returns their hours of every week */
export function ruleRows(): (typeof availabilityRule.$inferInsert)[] {
  return KEPT.flatMap(([handle, { week }]) =>
    week.flatMap((day, index) =>
      day.map((text) => {
        const { from, to } = readHours(text);
        return { member: addressOf(handle), weekday: index + 1, fromMinute: from, toMinute: to };
      }),
    ),
  );
}

/** @returns their days with other hours */
export function exceptionRows(now: number): (typeof availabilityException.$inferInsert)[] {
  return KEPT.flatMap(([handle, { otherwise = [] }]) =>
    otherwise.map(({ day, hours }) => ({
      member: addressOf(handle),
      day: toDate(day * DAY, now)
        .toISOString()
        .slice(0, 10),
      hours: hours.map(readHours),
    })),
  );
}

/** @returns the place of each running deal in the calendar of a seller who keeps one */
export function bookingRows({ now, chainId, contracts }: Stage): (typeof booking.$inferInsert)[] {
  return EXCHANGES.flatMap((exchange) => {
    const hours = HOURS[exchange.seller];
    if (!hours || !RUNNING.includes(exchange.ends)) return [];
    const { last } = followDeal(exchange, now);
    const end = last.deliverFrom + totalMinutes(exchange.pays) * 60;
    const since = toDate(exchange.opens.at, now);
    return [
      {
        id: uuidOf("booking", exchange.key),
        proposalId: uuidOf("proposal", exchange.key, "0"),
        dealId: dealId(last, { chainId, escrow: contracts.escrow }),
        seller: addressOf(exchange.seller),
        buyer: addressOf(exchange.buyer),
        startsAt: new Date(last.deliverFrom * 1_000),
        endsAt: new Date(end * 1_000),
        blockedUntil: new Date((end + hours.bufferMinutes * 60) * 1_000),
        state: "firm" as const,
        createdAt: since,
        updatedAt: since,
      },
    ];
  });
}
