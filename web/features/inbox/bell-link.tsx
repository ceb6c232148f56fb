"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { ICON_BUTTON_STYLE } from "#web/components/shell/icon-button-style.ts";
import { liveState } from "#web/features/head/live-source.ts";
import { paths } from "#web/lib/paths.ts";

/** More than this is many. */
const MOST_SHOWN = 99;

/** @param unread as of the page; from then on the live stream tells */
export function BellLink({ unread }: { unread: number }) {
  const t = useTranslations("inbox.bell");
  const live = useSyncExternalStore(liveState.subscribe, liveState.read, liveState.readOnServer);
  const count = live.unread ?? unread;
  return (
    <Link href={paths.inbox()} aria-label={t("label", { count })} className={`${ICON_BUTTON_STYLE} relative`}>
      <Bell aria-hidden="true" className="size-5" />
      {count > 0 ? (
        <span
          // A new number arrives with a small jump.
          key={count}
          aria-hidden="true"
          className="absolute inset-e-0.5 top-0.5 inline-flex min-w-5 animate-[settle_300ms_var(--ease-settle)] items-center justify-center rounded-full border-2 border-paper bg-brand px-1 text-[0.6875rem] leading-4 font-semibold text-on-brand tabular-nums"
        >
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
    </Link>
  );
}
