import type { TaskList } from "graphile-worker";
import type { Database } from "#web/db/client.ts";
import { refreshFreeTime } from "#web/features/availability/refresh-free-time.ts";
import { reconcileBookings } from "#web/features/booking/reconcile.ts";
import { type MailSender, sendMail } from "#web/features/mail/send-mail.ts";
import { proposeRings } from "#web/features/ring/propose-rings.ts";
import { countWords } from "#web/features/lexicon/count-words.ts";
import { matchSavedSearches } from "#web/features/saved-search/match.ts";
import { now } from "#web/lib/clock.ts";
import { prune } from "#web/worker/prune.ts";

/** Every job by its name. A job may run twice (after a crash): each must do no harm then. */
export function createTasks(db: Database, mail: MailSender | null): TaskList {
  return {
    send_mail: async (payload, { logger }) => {
      // Left for a worker that can: the queue tries again.
      if (!mail) throw new Error("no mail server is set up for this worker");
      const outcome = await sendMail(mail, payload);
      if (outcome === "refused") logger.warn("the mail server refuses this mail for good");
    },
    prune: () => prune(db, now()),
    reconcile_bookings: async () => void (await reconcileBookings(db, now())),
    propose_rings: async () => void (await proposeRings(db, now())),
    follow_listings: async () => {
      await countWords(db);
      await matchSavedSearches(db, now());
    },
    refresh_free_time: async () => void (await refreshFreeTime(db, now())),
  };
}
