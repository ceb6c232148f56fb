"use server";

import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { editProfile, joinCommunity } from "#web/features/member/operations.ts";
import { joinSchema, profileSchema } from "#web/features/member/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";

/** Makes whoever is signed in a member. */
export async function joinAction(input: unknown): Promise<ActionResult<null>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await joinCommunity(database(), address, parseInput(joinSchema, input), now());
    revalidatePath("/", "layout");
    return null;
  });
}

/** Writes the profile of whoever is signed in. */
export async function editProfileAction(input: unknown): Promise<ActionResult<null>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await editProfile(database(), address, parseInput(profileSchema, input), now());
    revalidatePath("/", "layout");
    return null;
  });
}
