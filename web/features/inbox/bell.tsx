import { database } from "#web/db/client.ts";
import { BellLink } from "#web/features/inbox/bell-link.tsx";
import { countUnread } from "#web/features/inbox/queries.ts";
import { currentSession } from "#web/features/session/current-session.ts";

/** The way to the inbox, for members, with how much in it is new. */
export async function Bell() {
  const session = await currentSession();
  if (!session) return null;
  return <BellLink unread={await countUnread(database(), session.address)} />;
}
