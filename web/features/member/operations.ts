import { eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";
import { isUniqueViolation } from "#web/db/violation.ts";
import { foldHandle } from "#web/features/member/handle.ts";
import type { JoinInput, ProfileInput } from "#web/features/member/schema.ts";
import { AppError } from "#web/lib/errors.ts";

/**
 * Makes an address a member, with a handle and a name.
 * @throws AppError `handle_taken` where somebody has it, or one that looks like it; `conflict` where they are one
 */
export async function joinCommunity(db: Database, address: Address, input: JoinInput, now: Date): Promise<void> {
  await withFreeHandle(async () => {
    const [joined] = await db
      .insert(member)
      .values({ address, ...input, handleKey: foldHandle(input.handle), createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: member.address })
      .returning({ address: member.address });
    if (!joined) throw new AppError("conflict");
  });
}

/**
 * Writes a member's whole profile anew.
 * @throws AppError `handle_taken`; `not_found` for an address that has not joined
 */
export async function editProfile(db: Database, address: Address, input: ProfileInput, now: Date): Promise<void> {
  await withFreeHandle(async () => {
    const [edited] = await db
      .update(member)
      .set({ ...input, handleKey: foldHandle(input.handle), updatedAt: now })
      .where(eq(member.address, address))
      .returning({ address: member.address });
    if (!edited) throw new AppError("not_found");
  });
}

async function withFreeHandle(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    if (!isUniqueViolation(cause, "member_handle_key_unique")) throw cause;
    throw new AppError("handle_taken", { fields: { handle: "handleTaken" }, cause });
  }
}
