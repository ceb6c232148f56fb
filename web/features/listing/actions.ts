"use server";

import { revalidatePath } from "next/cache";
import { database } from "#web/db/client.ts";
import { createListing, editListing, moveListing } from "#web/features/listing/operations.ts";
import {
  firstStatusSchema,
  listingIdSchema,
  listingSchema,
  listingStatusSchema,
  seenSchema,
} from "#web/features/listing/schema.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { parseInput } from "#web/lib/parse-input.ts";
import { paths } from "#web/lib/paths.ts";

/** @returns the new listing's id */
export async function createListingAction(input: unknown, status: unknown): Promise<ActionResult<{ id: string }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const made = await createListing(
      database(),
      address,
      parseInput(listingSchema, input),
      parseInput(firstStatusSchema, status),
    );
    revalidatePath(paths.market());
    return made;
  });
}

/** @param seen when what is written over was last changed, as its form showed it */
export async function editListingAction(
  id: unknown,
  input: unknown,
  seen: unknown,
): Promise<ActionResult<{ id: string }>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const known = parseInput(listingIdSchema, id);
    const said = parseInput(listingSchema, input);
    await editListing(database(), address, known, said, parseInput(seenSchema, seen));
    revalidatePath(paths.listing(known));
    return { id: known };
  });
}

export async function moveListingAction(id: unknown, to: unknown): Promise<ActionResult<void>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    const known = parseInput(listingIdSchema, id);
    await moveListing(database(), address, known, parseInput(listingStatusSchema, to));
    revalidatePath(paths.listing(known));
  });
}
