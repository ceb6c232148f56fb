import { createHash } from "node:crypto";
import type { Database } from "#web/db/client.ts";
import { listBookings } from "#web/features/booking/queries.ts";
import { calendarResponse } from "#web/features/calendar/calendar-response.ts";
import { findFeedOwner } from "#web/features/calendar/feed.ts";
import { writeCalendar } from "#web/features/calendar/write-calendar.ts";
import { addSeconds } from "#web/lib/clock.ts";

const DAY = 86_400;

/**
 * Answers a calendar program that follows a member's private feed. It may keep what it got, and asks with its tag each
 * time: while nothing has changed the answer is 304 and empty.
 * @returns 404 for an address that was never one, or is none any more
 */
export async function answerFeed(
  db: Database,
  { secret, seen, origin, now }: { secret: string; seen: string | null; origin: string; now: Date },
): Promise<Response> {
  const who = await findFeedOwner(db, secret);
  if (!who) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const window = { from: addSeconds(now, -90 * DAY), to: addSeconds(now, 730 * DAY) };
  const body = writeCalendar(await listBookings(db, who, { window, now }), { who, origin }, "TimeToken");
  const tag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { "cache-control": "private, no-cache", etag: tag };
  if (isSeen(seen, tag)) return new Response(null, { status: 304, headers });
  return calendarResponse(body, "timetoken.ics", headers);
}

/** `If-None-Match`: a star, or tags in a row, weak ones as good as any. */
function isSeen(seen: string | null, tag: string): boolean {
  if (seen === null) return false;
  return seen.trim() === "*" || seen.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}
