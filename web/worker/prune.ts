import { choosePhotoStore } from "#web/features/photo/choose-store.ts";
import { prunePhotos } from "#web/features/photo/operations.ts";
import { pruneEmails } from "#web/features/email/operations.ts";
import { pruneAllowances } from "#web/features/rate-limit/operations.ts";
import { pruneNonces } from "#web/features/session/nonces.ts";
import { pruneSessions } from "#web/features/session/sessions.ts";
import type { Database } from "#web/db/client.ts";

/** Removes what has ended by time. Nothing depends on it being gone: every reader checks the time itself. */
export async function prune(db: Database, now: Date): Promise<void> {
  await pruneNonces(db, now);
  await pruneSessions(db, now);
  await pruneAllowances(db, now);
  await prunePhotos({ db, storeIn: choosePhotoStore }, now);
  await pruneEmails(db, now);
}
