import { and, eq, or } from "drizzle-orm";
import type { Address } from "viem";
import type { Database } from "#web/db/client.ts";
import { memberBlock } from "#web/db/schema/member-block.ts";
import { AppError } from "#web/lib/errors.ts";

/** Whether one may turn to another: `blocked` by oneself, or `closed` by them. One's own block counts first. */
export type Contact = "open" | "blocked" | "closed";

/** @param who null for somebody not signed in, to whom nobody is closed */
export async function readContact(db: Database, who: Address | null, other: Address): Promise<Contact> {
  if (who === null || who === other) return "open";
  const blocks = await db
    .select({ blocker: memberBlock.blocker })
    .from(memberBlock)
    .where(
      or(
        and(eq(memberBlock.blocker, who), eq(memberBlock.blocked, other)),
        and(eq(memberBlock.blocker, other), eq(memberBlock.blocked, who)),
      ),
    );
  if (blocks.length === 0) return "open";
  return blocks.some(({ blocker }) => blocker === who) ? "blocked" : "closed";
}

/**
 * Lets `who` begin something with `other`, or say something to them: a proposal, an answer to one, a message.
 * @throws AppError `member_blocked` where `who` blocked them; `contact_closed` where they did
 */
export async function requireContact(db: Database, who: Address, other: Address): Promise<void> {
  const contact = await readContact(db, who, other);
  if (contact === "blocked") throw new AppError("member_blocked");
  if (contact === "closed") throw new AppError("contact_closed");
}
