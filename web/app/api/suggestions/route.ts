import type { NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { suggestionQuerySchema } from "#web/features/market/suggestion-schema.ts";
import { suggestFor } from "#web/features/market/suggest.ts";
import { currentSession } from "#web/features/session/current-session.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";

/** What the search field suggests for what is typed so far. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const { q } = parseInput(suggestionQuerySchema, { q: request.nextUrl.searchParams.get("q") });
    const session = await currentSession();
    const suggested = await suggestFor(database(), q, session?.address ?? null);
    return Response.json(suggested, { headers: { "cache-control": "private, max-age=60" } });
  } catch (error) {
    return toProblem(error);
  }
}
