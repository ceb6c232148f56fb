"use client";

import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { liveState } from "#web/features/head/live-source.ts";

/**
 * Keeps the inbox true, an empty one, too: what comes while the member looks appears at once.
 * @param unread as of the page
 */
export function InboxRefresh({ unread }: { unread: number }) {
  const router = useRouter();
  const live = useSyncExternalStore(liveState.subscribe, liveState.read, liveState.readOnServer);
  const isBehind = live.unread !== null && live.unread !== unread;

  useEffect(() => {
    if (isBehind) router.refresh();
  }, [isBehind, live.unread, router]);

  return null;
}
