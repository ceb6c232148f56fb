"use server";

import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { setProfilePhoto } from "#web/features/photo/operations.ts";
import { photoIdSchema } from "#web/features/photo/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { now } from "#web/lib/clock.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

export async function setProfilePhotoAction(photoId: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await setProfilePhoto(database(), address, parseInput(photoIdSchema, photoId), now());
    revalidatePath(paths.profile());
  });
}
