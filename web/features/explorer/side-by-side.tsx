import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Table } from "#web/components/ui/table.tsx";
import { VerdictMark } from "#web/features/explorer/verdict-mark.tsx";
import { type Side, type TwoSides, verdictOf } from "#web/features/explorer/verdict.ts";

/** One fact with its name, as our index has it and as the node says. */
export type ComparedFact = TwoSides & {
  key: string;
  name: ReactNode;
  /** How a value is shown; a number with its separators, anything else as it is. */
  show?: ((side: Side) => ReactNode) | undefined;
};

/** Facts of the index beside those of the node, each with its verdict in a word: the same part on every page of proof. */
export function SideBySide({
  facts,
  block,
  behind = false,
}: {
  facts: readonly ComparedFact[];
  /** The block both speak of; null where there is none to name. */
  block: number | null;
  /** Whether the node speaks of a block the index has still to read. */
  behind?: boolean;
}) {
  const t = useTranslations("explorer");
  const answered = facts.some(({ node }) => node !== undefined);
  return (
    <Card aria-labelledby="check">
      <CardHeader id="check" title={t("compare.title")}>
        {block === null ? null : t("compare.block", { block })}
      </CardHeader>
      {answered ? null : (
        <div className="mb-3">
          <Notice tone="wrong">{t("compare.unreachable")}</Notice>
        </div>
      )}
      <Table
        caption={t("compare.title")}
        rows={[...facts]}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "name",
            title: t("compare.fact"),
            cell: (fact) => (
              <span className="flex flex-col gap-0.5">
                {fact.name}
                <span className="font-normal sm:hidden">
                  <VerdictMark verdict={verdictOf(fact, behind)} />
                </span>
              </span>
            ),
          },
          {
            key: "index",
            title: t("compare.index"),
            numeric: true,
            cell: (fact) => <Value side={fact.index} show={fact.show} />,
          },
          {
            key: "node",
            title: t("compare.node"),
            numeric: true,
            cell: (fact) => <Value side={fact.node} show={fact.show} />,
          },
          {
            key: "verdict",
            title: t("compare.verdict"),
            wide: true,
            cell: (fact) => <VerdictMark verdict={verdictOf(fact, behind)} />,
          },
        ]}
      />
    </Card>
  );
}

function Value({ side, show }: { side: Side | undefined; show?: ComparedFact["show"] }) {
  const t = useTranslations("explorer.compare");
  const format = useFormatter();
  if (side === undefined) return <span className="text-soft">{t("silent")}</span>;
  if (side === null) return <span className="text-soft">{t("nothing")}</span>;
  if (show) return show(side);
  return typeof side === "number" || typeof side === "bigint" ? format.number(side) : String(side);
}
