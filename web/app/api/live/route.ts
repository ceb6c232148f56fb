import type { NextRequest } from "next/server";
import { z } from "zod";
import { database } from "#web/db/client.ts";
import { followIndex } from "#web/features/head/operations.ts";
import { countUnread } from "#web/features/inbox/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";

export const dynamic = "force-dynamic";

const changeId = z.coerce.number().int().nonnegative();

/** What happens on the chain, as Server-Sent Events: `head`, `change`, `trouble`; to a member also `inbox`. */
export async function GET(request: NextRequest): Promise<Response> {
  // The header when the browser reconnects by itself; the parameter when the page opens the stream anew.
  const resume = request.headers.get("last-event-id") ?? request.nextUrl.searchParams.get("after");
  const after = resume === null ? null : (changeId.safeParse(resume).data ?? null);
  // Where the database does not answer now, the stream still says so.
  const address = (await currentSession().catch(() => undefined))?.address;
  const inbox = address ? { address, countUnread: () => countUnread(database(), address) } : null;
  const body = await followIndex({ after, inbox, signal: request.signal });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
