import type { NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { importCalendar } from "#web/features/calendar/imports.ts";
import { IMPORT_LIMITS } from "#web/features/calendar/import-limits.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { toProblem } from "#web/lib/problem.ts";
import { readBytes } from "#web/lib/read-body.ts";

/** Takes a calendar file as the body, named in the address. */
export async function POST(request: NextRequest): Promise<Response> {
  try {
    const { address } = await authoriseChange();
    const bytes = await readBytes(request, IMPORT_LIMITS.bytes, "calendar_too_large");
    const fileName = request.nextUrl.searchParams.get("name") ?? "";
    return Response.json(await importCalendar(database(), address, { fileName, bytes }, now()));
  } catch (error) {
    return toProblem(error);
  }
}
