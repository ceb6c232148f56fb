import { z } from "zod";
import { database } from "#web/db/client.ts";
import { readBooking } from "#web/features/booking/queries.ts";
import { calendarResponse } from "#web/features/calendar/calendar-response.ts";
import { writeCalendar } from "#web/features/calendar/write-calendar.ts";
import { requireSession } from "#web/features/session/current-session.ts";
import { env } from "#web/lib/env.ts";
import { AppError } from "#web/lib/errors.ts";
import { toProblem } from "#web/lib/problem.ts";

/** One booking as a file for any calendar; for its two sides alone. */
export async function GET(_: Request, { params }: RouteContext<"/api/bookings/[id]">): Promise<Response> {
  try {
    const { address: who } = await requireSession();
    const id = z.uuid().safeParse((await params).id);
    const found = id.success ? await readBooking(database(), who, id.data) : null;
    if (!found) throw new AppError("not_found");
    return calendarResponse(writeCalendar([found], { who, origin: env().APP_ORIGIN }, "TimeToken"), "booking.ics");
  } catch (error) {
    return toProblem(error);
  }
}
