"use client";

import { type NumberFormatOptions, useFormatter, useNow, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { IndexState } from "#domain/index-state.ts";
import { classNames } from "#web/components/class-names.ts";
import { type LiveState, liveState } from "#web/features/head/live-source.ts";

type Status = "connecting" | "unreachable" | "live" | "catchingUp" | "resyncing" | "chainUnreachable";

const OF_STATE = {
  live: "live",
  catching_up: "catchingUp",
  resyncing: "resyncing",
  chain_unreachable: "chainUnreachable",
} as const satisfies Record<IndexState, Status>;

function statusOf({ connection, status }: LiveState): Status {
  if (connection === "lost") return "unreachable";
  if (connection === "connecting" || !status) return "connecting";
  return OF_STATE[status.state];
}

const DOTS: Record<Status, string> = {
  live: "bg-brand ring-brand-tint",
  connecting: "bg-edge ring-sunk",
  catchingUp: "bg-time ring-time-tint",
  resyncing: "bg-time ring-time-tint",
  chainUnreachable: "bg-warn ring-warn-tint",
  unreachable: "bg-warn ring-warn-tint",
};

/** @returns a length of time in its largest unit of which there are two, for a formatter of numbers */
function lasting(seconds: number): [amount: number, as: NumberFormatOptions] {
  const [unit, length] = UNITS.find((each) => seconds >= 2 * each[1]) ?? SECONDS;
  return [Math.floor(seconds / length), { style: "unit", unit, unitDisplay: "long" }];
}

const SECONDS = ["second", 1] as const;
const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], SECONDS] as const;

/** How fresh what this page shows is, followed live: in words, and beside them a dot. */
export function HeadStatus() {
  const t = useTranslations("common.head");
  const format = useFormatter();
  const now = useNow({ updateInterval: 5_000 });
  const current = useSyncExternalStore(liveState.subscribe, liveState.read, liveState.readOnServer);
  const status = statusOf(current);
  const { head } = current;
  const lag = status === "live" ? null : (current.status?.lag ?? null);
  return (
    <p className="flex items-baseline gap-2.5 py-2" data-status={status}>
      <span
        aria-hidden="true"
        className={classNames("size-2 shrink-0 -translate-y-px rounded-full ring-3", DOTS[status])}
      />
      <span className="tabular-nums">
        <span role="status">{t(status)}</span>
        {head ? <> · {t("synced", { block: head.block })}</> : null}
        {lag && lag.blocks > 0 ? (
          <> · {t("behind", { blocks: lag.blocks, time: format.number(...lasting(lag.seconds)) })}</>
        ) : null}
        {head && status === "chainUnreachable" ? (
          <> · {t("mined", { when: format.relativeTime(Math.min(head.timestamp * 1_000, now.getTime()), now) })}</>
        ) : null}
      </span>
    </p>
  );
}
