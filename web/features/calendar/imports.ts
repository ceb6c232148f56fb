import { and, desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { insertMany } from "#web/db/insert-many.ts";
import { busyTime, importedCalendar } from "#web/db/schema/imported-calendar.ts";
import { member } from "#web/db/schema/member.ts";
import { touchCalendars } from "#web/features/availability/operations.ts";
import { readAvailability } from "#web/features/availability/queries.ts";
import { lockCalendar } from "#web/features/booking/hold-slot.ts";
import { readCalendar } from "#web/features/calendar/ics/read-calendar.ts";
import { AppError } from "#web/lib/errors.ts";
import { lineSchema } from "#web/lib/text-schema.ts";

/** A calendar brought from elsewhere, as its owner sees it. */
export type Import = Pick<typeof importedCalendar.$inferSelect, "id" | "name" | "eventCount" | "createdAt">;

/** How many calendars one member may bring. */
export const MOST_IMPORTS = 10;

const LONGEST_NAME = 80;

/**
 * Takes the busy times out of a calendar file. A file of the same name takes the place of the one before.
 * @throws AppError `calendar_broken` naming the line, `calendar_too_large`, `conflict` where there are too many
 */
export async function importCalendar(
  db: Database,
  who: Address,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
  now: Date,
): Promise<{ eventCount: number }> {
  const timeZone = await readZone(db, who);
  const { name: said, eventCount, busy } = readCalendar(bytes, { timeZone, now });
  const name = nameOf(fileName, said);
  await db.transaction(async (tx) => {
    await lockCalendar(tx, who);
    await tx.delete(importedCalendar).where(and(eq(importedCalendar.member, who), eq(importedCalendar.name, name)));
    if ((await listImports(tx, who)).length >= MOST_IMPORTS) throw new AppError("conflict");
    const [row] = await tx
      .insert(importedCalendar)
      .values({ member: who, name, eventCount, createdAt: now })
      .returning({ id: importedCalendar.id });
    if (!row) throw new AppError("unavailable");
    const rows = busy.map(({ from, to }) => ({
      calendarId: row.id,
      member: who,
      startsAt: new Date(from * 1000),
      endsAt: new Date(to * 1000),
    }));
    await insertMany(tx, busyTime, rows);
    await touchCalendars(tx, [who]);
  });
  return { eventCount };
}

/** Forgets a calendar and its busy times. Without effect where there is no such one of theirs. */
export async function dropImport(db: Database, who: Address, id: string): Promise<void> {
  await db.delete(importedCalendar).where(and(eq(importedCalendar.id, id), eq(importedCalendar.member, who)));
  await touchCalendars(db, [who]);
}

export async function listImports(db: Database, who: Address): Promise<Import[]> {
  return db
    .select({
      id: importedCalendar.id,
      name: importedCalendar.name,
      eventCount: importedCalendar.eventCount,
      createdAt: importedCalendar.createdAt,
    })
    .from(importedCalendar)
    .where(eq(importedCalendar.member, who))
    .orderBy(desc(importedCalendar.createdAt));
}

/** As its file is called, or else as it calls itself. */
function nameOf(fileName: string, said: string | null): string {
  const name = lineSchema.parse(fileName).replace(/\.ics$/i, "") || lineSchema.parse(said ?? "") || "calendar";
  return [...name].slice(0, LONGEST_NAME).join("");
}

async function readZone(db: Database, who: Address): Promise<string> {
  const said = await readAvailability(db, who);
  if (said) return said.timeZone;
  const [profile] = await db.select({ timeZone: member.timeZone }).from(member).where(eq(member.address, who));
  return profile?.timeZone ?? "UTC";
}
