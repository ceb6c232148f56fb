import { database } from "#web/db/client.ts";
import { answerFeed } from "#web/features/calendar/answer-feed.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";

/** A member's private feed: whoever has its address reads it, without signing in. */
export async function GET(request: Request, { params }: RouteContext<"/api/calendar/[secret]">): Promise<Response> {
  const { secret } = await params;
  const seen = request.headers.get("if-none-match");
  return answerFeed(database(), { secret, seen, origin: env().APP_ORIGIN, now: now() });
}
