import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isCalendarDay } from "#domain/availability.ts";
import { database } from "#web/db/client.ts";
import { CalendarView } from "#web/features/calendar/calendar-view.tsx";
import { readOwnCalendar } from "#web/features/calendar/queries.ts";
import { LiveRefresh } from "#web/features/head/live-refresh.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

/** A member's own calendar, opened at a day where the address names one. */
export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const session = await currentSession();
  if (!session) redirect(paths.signIn(paths.calendar()));
  const { at: day } = await searchParams;
  const time = now();
  const at = typeof day === "string" && isCalendarDay(day) ? new Date(`${day}T12:00:00Z`) : time;
  const calendar = await readOwnCalendar(database(), session.address, time);
  return (
    <>
      <CalendarView calendar={calendar} at={at} now={time} />
      <LiveRefresh topics={[`member:${session.address}`]} />
    </>
  );
}
