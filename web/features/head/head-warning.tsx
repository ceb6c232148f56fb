"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { IndexWarning } from "#web/features/head/index-warning.tsx";
import { liveState } from "#web/features/head/live-source.ts";
import { isWorrying, type Status, statusOf } from "#web/features/head/status.ts";

/** What is over sooner, a page need not move for. */
const PATIENCE_MS = 4_000;

/** Says above the page that what it shows may be out of date, once that has lasted. */
export function HeadWarning() {
  const current = useSyncExternalStore(liveState.subscribe, liveState.read, liveState.readOnServer);
  return <IndexWarning status={useLasting(statusOf(current))} />;
}

function useLasting(status: Status): Status {
  const [lasted, setLasted] = useState<Status>("connecting");
  useEffect(() => {
    const timer = setTimeout(() => setLasted(status), isWorrying(status) ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [status]);
  return lasted;
}
