import { useTranslations } from "next-intl";
import { Amount } from "#web/components/ui/amount.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { type Column, Table } from "#web/components/ui/table.tsx";
import type { HoldingView } from "#web/features/token/holding-view.ts";
import { PromiseDetail } from "#web/features/token/promise-detail.tsx";
import { RunsOut } from "#web/features/token/runs-out.tsx";
import { paths } from "#web/lib/paths.ts";

/** What somebody holds, by issuer, unit and end, with what can be done with it. */
export function HoldingsTable({ caption, holdings }: { caption: string; holdings: HoldingView[] }) {
  const t = useTranslations("token");
  const columns: Column<HoldingView>[] = [
    {
      key: "issuer",
      title: t("column.promise"),
      cell: ({ issuer, issuerName, issuerHandle, issuerPhotoId, unit, tokenId, expiry, lapsed }) => (
        <Person
          address={issuer}
          name={issuerName}
          photoId={issuerPhotoId}
          size="small"
          href={paths.member(issuerHandle ?? issuer)}
          detail={<PromiseDetail tokenId={tokenId} unit={unit} expiry={expiry} lapsed={lapsed} />}
        />
      ),
    },
    { key: "amount", title: t("column.amount"), numeric: true, cell: ({ minutes }) => <Amount minutes={minutes} /> },
    {
      key: "expiry",
      title: t("column.expiry"),
      wide: true,
      cell: ({ expiry, lapsed }) => <RunsOut expiry={expiry} lapsed={lapsed} />,
    },
    {
      key: "spendable",
      title: t("column.spendable"),
      wide: true,
      cell: (holding) => <Spendable holding={holding} />,
    },
    {
      key: "acts",
      title: <span className="sr-only">{t("column.acts")}</span>,
      numeric: true,
      wide: true,
      cell: ({ tokenId, lapsed }) =>
        lapsed ? null : (
          <span className="inline-flex flex-wrap justify-end gap-1">
            <LinkButton size="small" variant="quiet" href={paths.send(tokenId)} prefetch={false}>
              {t("act.send")}
            </LinkButton>
            <LinkButton size="small" variant="quiet" href={paths.convert(tokenId)} prefetch={false}>
              {t("act.convert")}
            </LinkButton>
            <LinkButton size="small" variant="quiet" href={paths.burn(tokenId)} prefetch={false}>
              {t("act.burn")}
            </LinkButton>
          </span>
        ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={holdings} rowKey={({ tokenId }) => String(tokenId)} />;
}

function Spendable({ holding: { spendableUntil, lapsed, spendable } }: { holding: HoldingView }) {
  const t = useTranslations("token");
  if (lapsed) return <span className="text-soft">–</span>;
  if (spendableUntil === null) return <span className="text-soft">{t("always")}</span>;
  if (!spendable) return <span className="text-warn">{t("tooLate")}</span>;
  return <Instant at={spendableUntil} format="day" />;
}
