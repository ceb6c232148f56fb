import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Address } from "viem";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { ForYouCard } from "#web/features/dashboard/for-you-card.tsx";
import { groupByExpiry } from "#web/features/dashboard/expiry-groups.ts";
import { HeldCard } from "#web/features/dashboard/held-card.tsx";
import { HistoryCard } from "#web/features/dashboard/history-card.tsx";
import { NextCard } from "#web/features/dashboard/next-card.tsx";
import { PromisesCard } from "#web/features/dashboard/promises-card.tsx";
import type { Dashboard } from "#web/features/dashboard/queries.ts";
import { RunsOutCard } from "#web/features/dashboard/runs-out-card.tsx";
import { heldMinutes, sumMinutes } from "#web/features/token/holding-view.ts";
import { MovesList } from "#web/features/token/moves-list.tsx";

/** A member's first page. */
export function DashboardView({
  dashboard,
  greeting,
  escrow,
  community,
}: {
  dashboard: Dashboard;
  greeting: "morning" | "afternoon" | "evening";
  escrow: Address;
  /** What happened lately among all. */
  community: ReactNode;
}) {
  const t = useTranslations("dashboard");
  const { who, name, holdings, record, credit, holders, steps, people, moves, comingMinutes, history, now } = dashboard;
  const firstName = name?.trim().split(/\s+/u)[0];
  const members = [...holders].filter((holder) => holder !== escrow).length;
  return (
    <div className="page-width max-w-6xl">
      <PageHeader
        size="hero"
        title={firstName ? t(`greeting.${greeting}`, { name: firstName }) : t(`greetingUnnamed.${greeting}`)}
      />
      <div className="flex flex-col gap-5 lg:grid lg:grid-cols-[5fr_4fr] lg:items-start">
        <Column>
          <div className="max-lg:order-1">
            <HeldCard minutes={heldMinutes(holdings)} comingMinutes={comingMinutes} />
          </div>
          <div className="max-lg:order-4">
            <PromisesCard
              record={record}
              credit={credit}
              coverage={dashboard.coverage}
              holders={members}
              ownMinutes={sumMinutes(holdings.filter(({ issuer }) => issuer === who))}
            />
          </div>
          <div className="empty:hidden max-lg:order-3">
            <ForYouCard best={dashboard.matches} rings={dashboard.rings} />
          </div>
          <div className="max-lg:order-5">
            <HistoryCard points={history} />
          </div>
        </Column>
        <Column>
          <div className="max-lg:order-3">
            <RunsOutCard groups={groupByExpiry(holdings, now)} />
          </div>
          <div className="max-lg:order-2">
            <NextCard steps={steps} people={people} />
          </div>
          <Card aria-labelledby="recent" className="max-lg:order-6">
            <CardHeader id="recent" title={t("recent.title")} />
            {moves.length > 0 ? (
              <MovesList moves={moves} people={people} escrow={escrow} />
            ) : (
              <p className="text-soft">{t("recent.none")}</p>
            )}
          </Card>
          <div className="max-lg:order-7">{community}</div>
        </Column>
      </div>
    </div>
  );
}

/** Cards one under the other. On a phone both columns are one, and what waits comes early. */
function Column({ children }: { children: ReactNode }) {
  return <div className="contents lg:flex lg:min-w-0 lg:flex-col lg:gap-5">{children}</div>;
}
