import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { hasLapsed } from "#domain/token-id.ts";
import { Amount } from "#web/components/ui/amount.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { type Column, Table } from "#web/components/ui/table.tsx";
import { PromiseDetail } from "#web/features/token/promise-detail.tsx";
import type { OutstandingRow } from "#web/features/token/queries.ts";
import { RenewDialog } from "#web/features/token/renew-dialog.tsx";
import { RunsOut } from "#web/features/token/runs-out.tsx";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/**
 * An issuer's promises in other hands; a lapsed one can be given another life.
 * @param now unix seconds
 */
export function OutstandingTable({
  rows,
  token,
  escrow,
  now,
}: {
  rows: OutstandingRow[];
  token: Address;
  escrow: Address;
  now: number;
}) {
  const t = useTranslations("token");
  const canRenew = ({ tokenId, holder }: OutstandingRow) => hasLapsed(tokenId, now) && holder !== escrow;
  const renewal: Column<OutstandingRow> = {
    key: "renew",
    title: <span className="sr-only">{t("column.acts")}</span>,
    numeric: true,
    cell: (row) =>
      canRenew(row) ? (
        <RenewDialog
          token={token}
          holder={row.holder}
          tokenId={row.tokenId}
          amount={row.amount}
          minutes={row.minutes}
          name={row.holderName ?? shortenHex(row.holder)}
        />
      ) : null,
  };
  return (
    <Table
      caption={t("wallet.outstanding.title")}
      rows={rows}
      rowKey={({ tokenId, holder }) => `${tokenId}/${holder}`}
      columns={[
        {
          key: "holder",
          title: t("column.holder"),
          cell: ({ holder, holderName, holderHandle, holderPhotoId, tokenId, unit, expiry }) => {
            const detail = (
              <PromiseDetail tokenId={tokenId} unit={unit} expiry={expiry} lapsed={hasLapsed(tokenId, now)} />
            );
            if (holder === escrow) return <Person address={holder} name={t("escrow")} size="small" detail={detail} />;
            return (
              <Person
                address={holder}
                name={holderName}
                photoId={holderPhotoId}
                size="small"
                href={paths.member(holderHandle ?? holder)}
                detail={detail}
              />
            );
          },
        },
        {
          key: "amount",
          title: t("column.amount"),
          numeric: true,
          cell: ({ minutes }) => <Amount minutes={minutes} />,
        },
        {
          key: "expiry",
          title: t("column.expiry"),
          wide: true,
          cell: ({ tokenId, expiry }) => <RunsOut expiry={expiry} lapsed={hasLapsed(tokenId, now)} />,
        },
        ...(rows.some(canRenew) ? [renewal] : []),
      ]}
    />
  );
}
