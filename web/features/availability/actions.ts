"use server";

import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { saveAvailability } from "#web/features/availability/operations.ts";
import { availabilitySchema } from "#web/features/availability/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { answer, type ActionResult } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

export async function saveAvailabilityAction(input: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await saveAvailability(database(), address, parseInput(availabilitySchema, input), now());
    revalidatePath(paths.calendar());
  });
}
