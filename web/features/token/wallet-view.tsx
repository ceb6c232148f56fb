import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Amount, useAmountText } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import type { Credit } from "#web/features/token/credit.ts";
import { heldMinutes, type HoldingView, sumMinutes } from "#web/features/token/holding-view.ts";
import { HoldingsTable } from "#web/features/token/holdings-table.tsx";
import { OutstandingTable } from "#web/features/token/outstanding-table.tsx";
import type { OutstandingRow } from "#web/features/token/queries.ts";
import { SweepButton } from "#web/features/token/sweep-button.tsx";
import { paths } from "#web/lib/paths.ts";
import type { System } from "#web/lib/system.ts";

const SOON_SECONDS = 14 * 86_400;

/** A member's wallet: what still holds, what ran out, what others hold of one's own promises. */
export function WalletView({
  me,
  system,
  holdings,
  outstanding,
  credit,
  now,
}: {
  me: Address;
  system: System;
  holdings: HoldingView[];
  outstanding: OutstandingRow[];
  credit: Credit;
  /** Unix seconds. */
  now: number;
}) {
  const t = useTranslations("token.wallet");
  const say = useAmountText();
  const running = holdings.filter(({ lapsed }) => !lapsed);
  const lapsed = holdings.filter((holding) => holding.lapsed);
  const soon = running.filter(({ expiry }) => expiry !== 0 && expiry - now < SOON_SECONDS);
  const held = heldMinutes(holdings);
  return (
    <div className="page-width max-w-6xl">
      <PageHeader
        title={
          <>
            {t("headline")} <Amount minutes={held} className="text-time-ink" />
          </>
        }
        actions={
          <>
            <LinkButton variant="primary" href={paths.promise()} prefetch={false}>
              {t("promise")}
            </LinkButton>
            {running.length > 0 ? (
              <>
                <LinkButton href={paths.send()} prefetch={false}>
                  {t("send")}
                </LinkButton>
                <LinkButton href={paths.convert()} prefetch={false}>
                  {t("convert")}
                </LinkButton>
                <LinkButton variant="quiet" href={paths.burn()} prefetch={false}>
                  {t("burn")}
                </LinkButton>
              </>
            ) : null}
          </>
        }
      >
        {t("lead", { left: say(credit.left) })}
      </PageHeader>
      <div className="flex flex-col gap-6">
        {soon.length > 0 ? <Notice tone="time">{t("soon", { amount: say(sumMinutes(soon)) })}</Notice> : null}
        <Card aria-labelledby="running">
          <CardHeader id="running" title={t("running.title")} />
          {running.length > 0 ? (
            <HoldingsTable caption={t("running.title")} holdings={running} />
          ) : (
            <EmptyState
              level="h3"
              title={t("running.empty")}
              action={<LinkButton href={paths.market()}>{t("running.action")}</LinkButton>}
            >
              {t("running.hint")}
            </EmptyState>
          )}
        </Card>
        {lapsed.length > 0 ? (
          <Card aria-labelledby="lapsed">
            <CardHeader id="lapsed" title={t("lapsed.title")}>
              <SweepButton token={system.token} holder={me} ids={lapsed.map(({ tokenId }) => tokenId)} />
            </CardHeader>
            <p className="mb-4 text-sm text-soft">{t("lapsed.lead")}</p>
            <HoldingsTable caption={t("lapsed.title")} holdings={lapsed} />
          </Card>
        ) : null}
        {outstanding.length > 0 ? (
          <Card aria-labelledby="outstanding">
            <CardHeader id="outstanding" title={t("outstanding.title")}>
              {t("outstanding.lead")}
            </CardHeader>
            <OutstandingTable rows={outstanding} token={system.token} escrow={system.escrow} now={now} />
          </Card>
        ) : null}
      </div>
    </div>
  );
}
