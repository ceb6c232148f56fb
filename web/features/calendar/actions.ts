"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { database } from "#web/db/client.ts";
import { closeFeed, openFeed } from "#web/features/calendar/feed.ts";
import { dropImport } from "#web/features/calendar/imports.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { answer, type ActionResult } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

/** @returns the feed's full address, shown this once */
export async function openFeedAction(): Promise<ActionResult<{ url: string }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const { secret } = await openFeed(database(), address, now());
    return { url: `${env().APP_ORIGIN}${paths.calendarFeed(secret)}` };
  });
}

export async function closeFeedAction(): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await closeFeed(database(), address);
    revalidatePath(paths.calendar());
  });
}

export async function dropImportAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const { id } = parseInput(z.object({ id: z.uuid("import") }), input);
    await dropImport(database(), address, id);
    revalidatePath(paths.calendar());
  });
}
