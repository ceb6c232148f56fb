"use client";

import { useNow, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { classNames } from "#web/components/class-names.ts";
import { type LiveState, liveState } from "#web/features/head/live-source.ts";

/** Older than this, the index is behind the chain: blocks come every two seconds. */
const FRESH_SECONDS = 30;

type Status = "live" | "connecting" | "behind" | "unreachable";

function statusOf({ connection, head }: LiveState, now: Date): Status {
  if (connection === "lost") return "unreachable";
  if (connection === "connecting") return "connecting";
  return !head || now.getTime() / 1000 - head.timestamp > FRESH_SECONDS ? "behind" : "live";
}

const DOTS: Record<Status, string> = {
  live: "bg-brand ring-brand-tint",
  connecting: "bg-edge ring-sunk",
  behind: "bg-time ring-time-tint",
  unreachable: "bg-warn ring-warn-tint",
};

/** How fresh what this page shows is, followed live. */
export function HeadStatus() {
  const t = useTranslations("common.head");
  const now = useNow({ updateInterval: 5_000 });
  const current = useSyncExternalStore(liveState.subscribe, liveState.read, liveState.readOnServer);
  const status = statusOf(current, now);
  return (
    <p className="flex items-center gap-2.5 py-2" data-status={status}>
      <span aria-hidden="true" className={classNames("size-2 rounded-full ring-3", DOTS[status])} />
      <span>
        <span role="status">{t(status)}</span>
        {current.head ? <span className="tabular-nums"> · {t("synced", { block: current.head.block })}</span> : null}
      </span>
    </p>
  );
}
