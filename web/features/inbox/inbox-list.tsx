"use client";

import { ArrowLeftRight, CalendarDays, Clock, type LucideIcon, Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useTransition } from "react";
import { classNames } from "#web/components/class-names.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { markAllReadAction, markReadAction } from "#web/features/inbox/actions.ts";
import type { InboxEntry } from "#web/features/inbox/read-inbox.ts";

const ICONS: Record<InboxEntry["icon"], LucideIcon> = {
  search: Search,
  calendar: CalendarDays,
  exchange: ArrowLeftRight,
  clock: Clock,
};

/** What a member was told, the newest first. */
export function InboxList({ entries, unread }: { entries: InboxEntry[]; unread: number }) {
  const t = useTranslations("inbox");
  const router = useRouter();
  const [marking, startMarking] = useTransition();

  const markAll = () =>
    startMarking(async () => {
      await markAllReadAction(entries[0]?.id).catch(() => null);
      router.refresh();
    });

  return (
    <section aria-label={t("label")} className="flex flex-col gap-4">
      <div className="flex min-h-11 items-center justify-between gap-4">
        <p role="status" className="text-sm text-soft">
          {t("new", { count: unread })}
        </p>
        {unread > 0 ? (
          <Button size="small" variant="quiet" pending={marking} onClick={markAll}>
            {t("markAll")}
          </Button>
        ) : null}
      </div>
      <Card as="div" flush>
        <ul className="divide-y divide-line">
          {entries.map((entry) => (
            <InboxLine key={entry.id} entry={entry} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function InboxLine({ entry }: { entry: InboxEntry }) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const instant = useInstantText();
  const Icon = ICONS[entry.icon];
  const said = Object.entries(entry.values).map(([name, value]) => [
    name,
    typeof value === "object" ? instant(new Date(value.instant)) : value,
  ]);
  return (
    <li>
      <Link
        href={entry.href}
        prefetch={false}
        onClick={() => {
          if (entry.isNew) void markReadAction(entry.id).catch(() => null);
        }}
        className={classNames(
          "flex items-start gap-4 px-4 py-4 -outline-offset-2 transition-colors hover:bg-sunk sm:px-5",
          entry.isNew && "bg-brand-tint/40",
        )}
      >
        <span
          aria-hidden="true"
          className={classNames(
            "mt-0.5 inline-flex size-9 shrink-0 items-center justify-center rounded-full",
            entry.isNew ? "bg-brand-tint text-brand" : "bg-sunk text-soft",
          )}
        >
          <Icon className="size-4.5" />
        </span>
        <span className="min-w-0 grow">
          <span className="block">
            {entry.isNew ? <span className="sr-only">{t("isNew")} </span> : null}
            {t.rich(`kinds.${entry.kind}`, {
              ...(Object.fromEntries(said) as Record<string, string | number>),
              name: entry.name ?? "",
              strong: (chunks) => <strong className="font-semibold">{chunks}</strong>,
            })}
          </span>
          <span className="mt-0.5 block text-sm text-soft">
            <time dateTime={entry.at} title={instant(new Date(entry.at), "full")} suppressHydrationWarning>
              {format.relativeTime(new Date(entry.at), now)}
            </time>
          </span>
        </span>
        {entry.isNew ? <span aria-hidden="true" className="mt-2 size-2.5 shrink-0 rounded-full bg-brand" /> : null}
      </Link>
    </li>
  );
}
