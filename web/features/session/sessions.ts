import { and, desc, eq, gt, lte, or } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Database } from "#web/db/client.ts";
import { session } from "#web/db/schema/session.ts";
import { createSessionId, hashSessionId } from "#web/features/session/session-id.ts";
import type { Signer } from "#web/features/session/signature.ts";
import { addSeconds } from "#web/lib/clock.ts";

const DAY_SECONDS = 24 * 60 * 60;

/** A session ends this long after sign-in, whatever happens. */
export const ABSOLUTE_SECONDS = 30 * DAY_SECONDS;

/**
 * Who may sign for a contract wallet can change, and the site would not hear of it: after so long the wallet is asked
 * again, by a sign-in.
 */
export const CONTRACT_SECONDS = DAY_SECONDS;

/** A session ends when nobody used it for this long. */
export const IDLE_SECONDS = 7 * DAY_SECONDS;

/** `lastSeenAt` is written at most this often, so that reading a page is not a write. */
const SEEN_STEP_SECONDS = 5 * 60;

const LONGEST_DEVICE = 300;

export type Session = { idHash: Hex; address: Address; expiresAt: Date };

/** One line of the list of devices. */
export type DeviceSession = {
  idHash: Hex;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
};

/**
 * Starts a session.
 * @param device the browser's `User-Agent`
 * @returns the id for the cookie; it is kept nowhere else
 */
export async function startSession(
  db: Database,
  { address, device, signer = "key" }: { address: Address; device: string; signer?: Signer },
  now: Date,
): Promise<{ id: string; expiresAt: Date }> {
  const id = createSessionId();
  const expiresAt = addSeconds(now, signer === "contract" ? CONTRACT_SECONDS : ABSOLUTE_SECONDS);
  await db.insert(session).values({
    idHash: hashSessionId(id),
    address,
    device: device.slice(0, LONGEST_DEVICE),
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
  });
  return { id, expiresAt };
}

const alive = (now: Date) => and(gt(session.expiresAt, now), gt(session.lastSeenAt, addSeconds(now, -IDLE_SECONDS)));

/** @returns the session of a cookie, or undefined where it has ended or never was; notes that it was seen */
export async function findSession(db: Database, id: string, now: Date): Promise<Session | undefined> {
  const idHash = hashSessionId(id);
  const [found] = await db
    .select({ address: session.address, expiresAt: session.expiresAt, lastSeenAt: session.lastSeenAt })
    .from(session)
    .where(and(eq(session.idHash, idHash), alive(now)));
  if (!found) return undefined;
  if (found.lastSeenAt < addSeconds(now, -SEEN_STEP_SECONDS)) {
    await db.update(session).set({ lastSeenAt: now }).where(eq(session.idHash, idHash));
  }
  return { idHash, address: found.address, expiresAt: found.expiresAt };
}

/** @returns the devices an address is signed in on, the last used first */
export async function listSessions(db: Database, address: Address, now: Date): Promise<DeviceSession[]> {
  return db
    .select({
      idHash: session.idHash,
      device: session.device,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
    })
    .from(session)
    .where(and(eq(session.address, address), alive(now)))
    .orderBy(desc(session.lastSeenAt));
}

/** Ends one session of an address; nothing happens to anyone else's. */
export async function endSession(db: Database, address: Address, idHash: Hex): Promise<void> {
  await db.delete(session).where(and(eq(session.idHash, idHash), eq(session.address, address)));
}

/** Ends the session of a cookie, if there is one. */
export async function endSessionById(db: Database, id: string): Promise<void> {
  await db.delete(session).where(eq(session.idHash, hashSessionId(id)));
}

/** Ends every session of an address. */
export async function endAllSessions(db: Database, address: Address): Promise<void> {
  await db.delete(session).where(eq(session.address, address));
}

/** Removes sessions that have ended by time. */
export async function pruneSessions(db: Database, now: Date): Promise<void> {
  await db
    .delete(session)
    .where(or(lte(session.expiresAt, now), lte(session.lastSeenAt, addSeconds(now, -IDLE_SECONDS))));
}
