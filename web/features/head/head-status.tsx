"use client";

import { useNow } from "next-intl";
import { useSyncExternalStore } from "react";
import { HeadLine } from "#web/features/head/head-line.tsx";
import { liveState } from "#web/features/head/live-source.ts";

/** How fresh what this page shows is, followed live. */
export function HeadStatus() {
  const now = useNow({ updateInterval: 5_000 });
  const current = useSyncExternalStore(liveState.subscribe, liveState.read, liveState.readOnServer);
  return <HeadLine current={current} now={now} />;
}
