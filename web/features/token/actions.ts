"use server";

import { isAddress } from "viem";
import { database } from "#web/db/client.ts";
import { requireSession } from "#web/features/session/current-session.ts";
import { findRecipients, type Recipient } from "#web/features/token/queries.ts";
import { recipientTextSchema } from "#web/features/token/schema.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { parseInput } from "#web/lib/parse-input.ts";

/** Looks up whom tokens could go to. An address nobody has a profile for is answered as it is. */
export async function findRecipientsAction(text: unknown): Promise<ActionResult<Recipient[]>> {
  return answer(async () => {
    await requireSession();
    const wanted = parseInput(recipientTextSchema, text);
    const found = await findRecipients(database(), wanted);
    if (found.length > 0 || !isAddress(wanted)) return found;
    return [{ address: wanted.toLowerCase() as `0x${string}`, name: null, handle: null, photoId: null, score: null }];
  });
}
