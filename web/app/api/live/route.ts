import type { NextRequest } from "next/server";
import { z } from "zod";
import { followIndex } from "#web/features/head/operations.ts";

export const dynamic = "force-dynamic";

const changeId = z.coerce.number().int().nonnegative();

/** What happens on the chain, as Server-Sent Events: `head`, `change`, `trouble`. */
export async function GET(request: NextRequest): Promise<Response> {
  // The header when the browser reconnects by itself; the parameter when the page opens the stream anew.
  const resume = request.headers.get("last-event-id") ?? request.nextUrl.searchParams.get("after");
  const after = resume === null ? null : (changeId.safeParse(resume).data ?? null);
  const body = await followIndex({ after, signal: request.signal });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
