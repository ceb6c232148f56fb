"use server";

import { cookies } from "next/headers";
import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { clearSessionCookie } from "#web/features/session/cookies.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { sessionReferenceSchema } from "#web/features/session/schema.ts";
import { endAllSessions, endSession } from "#web/features/session/sessions.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { env } from "#web/lib/env.ts";
import { parseInput } from "#web/lib/parse-input.ts";

/** Signs one device out: this one, or another. */
export async function endSessionAction(input: unknown): Promise<ActionResult<null>> {
  return answer(async () => {
    const session = await authoriseChange();
    const { idHash } = parseInput(sessionReferenceSchema, input);
    await endSession(database(), session.address, idHash);
    if (idHash === session.idHash) clearSessionCookie(await cookies(), env().APP_ORIGIN);
    revalidatePath("/", "layout");
    return null;
  });
}

/** Signs every device out, this one too. */
export async function endAllSessionsAction(): Promise<ActionResult<null>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await endAllSessions(database(), address);
    clearSessionCookie(await cookies(), env().APP_ORIGIN);
    revalidatePath("/", "layout");
    return null;
  });
}
