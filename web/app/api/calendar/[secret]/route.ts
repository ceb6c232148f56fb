import { database } from "#web/db/client.ts";
import { listBookings } from "#web/features/booking/queries.ts";
import { calendarResponse } from "#web/features/calendar/calendar-response.ts";
import { findFeedOwner } from "#web/features/calendar/feed.ts";
import { writeCalendar } from "#web/features/calendar/write-calendar.ts";
import { addSeconds, now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";

const DAY = 86_400;

/** A member's private feed: whoever has its address reads it, without signing in. */
export async function GET(_: Request, { params }: RouteContext<"/api/calendar/[secret]">): Promise<Response> {
  const db = database();
  const who = await findFeedOwner(db, (await params).secret);
  if (!who) return new Response(null, { status: 404 });
  const at = now();
  const window = { from: addSeconds(at, -90 * DAY), to: addSeconds(at, 730 * DAY) };
  const bookings = await listBookings(db, who, { window, now: at });
  return calendarResponse(writeCalendar(bookings, { who, origin: env().APP_ORIGIN }, "TimeToken"), "timetoken.ics");
}
