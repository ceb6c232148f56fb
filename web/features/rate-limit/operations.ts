import { lte, sql } from "drizzle-orm";
import type { Database } from "#web/db/client.ts";
import { allowance } from "#web/db/schema/allowance.ts";
import { addSeconds } from "#web/lib/clock.ts";
import { AppError } from "#web/lib/errors.ts";

/** How often one caller may do one thing. */
export type Limit = { action: string; times: number; windowSeconds: number };

/**
 * Counts one act of a caller. The window starts with the first act; all copies of web share the count, and of acts at
 * the same moment exactly `times` pass.
 * @param caller who is counted: a network address or a member's
 * @throws AppError `too_many_requests` with the seconds until the window ends
 */
export async function takeAllowance(db: Database, limit: Limit, caller: string, now: Date): Promise<void> {
  const resetsAt = addSeconds(now, limit.windowSeconds);
  const over = sql`${allowance.resetsAt} <= ${now.toISOString()}::timestamptz`;
  const [counted] = await db
    .insert(allowance)
    .values({ key: `${limit.action}:${caller}`, used: 1, resetsAt })
    .onConflictDoUpdate({
      target: allowance.key,
      set: {
        used: sql`case when ${over} then 1 else ${allowance.used} + 1 end`,
        resetsAt: sql`case when ${over} then excluded.resets_at else ${allowance.resetsAt} end`,
      },
    })
    .returning({ used: allowance.used, resetsAt: allowance.resetsAt });
  if (!counted || counted.used <= limit.times) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((counted.resetsAt.getTime() - now.getTime()) / 1000));
  throw new AppError("too_many_requests", { retryAfterSeconds });
}

/** Removes counts whose window is over. */
export async function pruneAllowances(db: Database, now: Date): Promise<void> {
  await db.delete(allowance).where(lte(allowance.resetsAt, now));
}
