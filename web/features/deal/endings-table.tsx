import { useTranslations } from "next-intl";
import type { DealState } from "#domain/deal-state.ts";
import type { Terms } from "#domain/terms.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Table } from "#web/components/ui/table.tsx";
import { listEndings, type EndingKind } from "#web/features/deal/endings.ts";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";

const BY_SILENCE: readonly EndingKind[] = ["notAccepted", "notDelivered", "notAnswered", "notAppealed", "rulingStands"];

/** Terms that no deal has been opened with yet, seen as if it had. */
const UNOPENED: DealState = { status: "active", outcome: null, since: 0, rateable: false, ruling: null };

/** Who gets what in every way the deal can end. Without a state: if it were opened. */
export function EndingsTable({
  state = UNOPENED,
  terms,
  people,
  now,
}: {
  state?: DealState;
  terms: Terms;
  people: People;
  now: number;
}) {
  const t = useTranslations("deal.endings");
  const amountText = useAmountText();
  const amount = (minutes: number) => (minutes === 0 ? t("nothing") : amountText(minutes));
  const names = { buyer: nameOf(people, terms.buyer), seller: nameOf(people, terms.seller) };
  const endings = listEndings(state, terms, now);
  return (
    <Table
      caption={t("caption")}
      rows={endings}
      rowKey={({ kind }) => kind}
      columns={[
        {
          key: "ending",
          title: t("ending"),
          cell: ({ kind, preview }) => (
            <>
              <span className="block">{t(`kind.${kind}`, names)}</span>
              {BY_SILENCE.includes(kind) ? (
                <span className="block text-sm font-normal text-soft">
                  {t("on")} <Instant at={preview.at} />
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "seller",
          title: names.seller,
          numeric: true,
          cell: ({ preview }) => amount(preview.total.sellerMinutes),
        },
        { key: "buyer", title: names.buyer, numeric: true, cell: ({ preview }) => amount(preview.total.buyerMinutes) },
        {
          key: "fee",
          title: t("arbiter"),
          numeric: true,
          wide: true,
          cell: ({ preview }) => amount(preview.total.feeMinutes),
        },
      ]}
    />
  );
}
