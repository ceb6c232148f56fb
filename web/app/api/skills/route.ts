import type { NextRequest } from "next/server";
import { database } from "#web/db/client.ts";
import { suggestSkills } from "#web/features/skill/queries.ts";
import { skillQuerySchema } from "#web/features/skill/schema.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { toProblem } from "#web/lib/problem.ts";

/** Skills that members name already, by the beginning of a word: what a form suggests. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const { q } = parseInput(skillQuerySchema, { q: request.nextUrl.searchParams.get("q") });
    const skills = await suggestSkills(database(), q);
    return Response.json(skills, { headers: { "cache-control": "private, max-age=300" } });
  } catch (error) {
    return toProblem(error);
  }
}
