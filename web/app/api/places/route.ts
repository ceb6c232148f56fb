import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";
import { findPlaces } from "#web/features/place/gazetteer.ts";
import { placeQuerySchema } from "#web/features/place/schema.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";

/** Places by the beginning of their name: what a form suggests. From the gazetteer of this process, and nobody else's. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const { q } = parseInput(placeQuerySchema, { q: request.nextUrl.searchParams.get("q") });
    const places = await findPlaces(q, await getLocale());
    return Response.json(places, { headers: { "cache-control": "private, max-age=86400" } });
  } catch (error) {
    return toProblem(error);
  }
}
