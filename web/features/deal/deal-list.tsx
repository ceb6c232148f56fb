import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Amount } from "#web/components/ui/amount.tsx";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Countdown } from "#web/components/ui/countdown.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Pill, type PillTone } from "#web/components/ui/pill.tsx";

/** One line of the list: a deal or a proposal. */
export type DealLine = {
  key: string;
  href: string;
  /** A sentence for the reader: whose turn it is. */
  headline: string;
  /** What it is about; null where the reader may not know. */
  title: string | null;
  other: { address: string; name: string | null; photoId: string | null };
  minutes: number;
  status: string;
  tone: PillTone;
  /** Unix seconds; null where nothing runs out. */
  deadline: number | null;
  /** Unix seconds: what the list is sorted by. */
  at: number;
};

export function DealList({ lines, empty }: { lines: DealLine[]; empty: ReactNode }) {
  const t = useTranslations("deal.list");
  if (lines.length === 0) return empty;
  return (
    <Card as="div" flush>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <li key={line.key} className="relative flex items-center gap-4 px-5 py-4 transition-colors hover:bg-sunk">
            <Avatar address={line.other.address} name={line.other.name} photoId={line.other.photoId} size="large" />
            <div className="min-w-0 grow">
              <h2 className="font-sans text-base font-semibold tracking-normal">
                <Link
                  href={line.href}
                  prefetch={false}
                  className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-brand"
                >
                  {line.headline}
                </Link>
              </h2>
              <p className="text-sm text-soft">
                {line.title ? <>{line.title} · </> : null}
                <Amount minutes={line.minutes} />
                {line.deadline === null ? (
                  <>
                    {" "}
                    · <Instant at={line.at} format="day" />
                  </>
                ) : (
                  <>
                    {" "}
                    · {t("by")} <Instant at={line.deadline} /> · <Countdown until={line.deadline} />
                  </>
                )}
              </p>
            </div>
            <Pill tone={line.tone} className="shrink-0 max-sm:hidden">
              {line.status}
            </Pill>
          </li>
        ))}
      </ul>
    </Card>
  );
}
