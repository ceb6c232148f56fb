import { desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { member } from "#web/db/schema/member.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";

/** One line of the list of those one has blocked. */
export type BlockedMember = {
  address: Address;
  name: string | null;
  handle: string | null;
  photoId: string | null;
  since: Date;
};

/** @returns everybody `who` has blocked, the latest first */
export async function listBlocked(db: Database, who: Address): Promise<BlockedMember[]> {
  return db
    .select({
      address: memberBlock.blocked,
      name: member.displayName,
      handle: member.handle,
      photoId: member.photoId,
      since: memberBlock.createdAt,
    })
    .from(memberBlock)
    .leftJoin(member, eq(member.address, memberBlock.blocked))
    .where(eq(memberBlock.blocker, who))
    .orderBy(desc(memberBlock.createdAt), memberBlock.blocked);
}
