"use server";

import { z } from "zod";
import { database } from "#web/db/client.ts";
import { markAllRead, markRead } from "#web/features/inbox/operations.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";

const rowId = z.number().int().positive();

export async function markReadAction(id: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await markRead(database(), address, parseInput(rowId, id), now());
  });
}

/** @param upTo the newest row that was shown */
export async function markAllReadAction(upTo: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await markAllRead(database(), address, parseInput(rowId, upTo), now());
  });
}
