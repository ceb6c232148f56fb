import { useTranslations } from "next-intl";
import { Amount, useAmountText } from "#web/components/ui/amount.tsx";
import { type BarRow, BarRows } from "#web/components/ui/bar-rows.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { ExpiryGroups } from "#web/features/dashboard/expiry-groups.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** When what somebody holds runs out, and what goes first. */
export function RunsOutCard({ groups }: { groups: ExpiryGroups }) {
  const t = useTranslations("dashboard.runsOut");
  const say = useAmountText();
  const when = useInstantText();
  const { week, month, later, never, laterUntil, first } = groups;
  const row = (key: string, name: string, value: number, tone: BarRow["tone"]): BarRow => ({
    key,
    name,
    value,
    tone,
    shown: <Amount minutes={value} />,
  });
  const laterName = laterUntil ? t("by", { month: when(laterUntil, "month") }) : t("later");
  return (
    <Card aria-labelledby="runs-out">
      <CardHeader id="runs-out" title={t("title")} />
      <BarRows
        rows={[
          row("week", t("week"), week, "warn"),
          row("month", t("month"), month, "time"),
          row("later", laterName, later, "time"),
          row("never", t("never"), never, "brand"),
        ]}
      />
      {first ? (
        <p className="mt-4 text-sm text-soft">
          {t("first", {
            amount: say(first.minutes),
            name: first.issuerName ?? shortenHex(first.issuer),
            day: when(first.expiry, "day"),
          })}{" "}
          <TextLink href={paths.wallet()}>{t("all")}</TextLink>
        </p>
      ) : null}
    </Card>
  );
}
