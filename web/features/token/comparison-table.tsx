import { CircleAlert, CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Table } from "#web/components/ui/table.tsx";

/** One number, twice: as our index has it and as the node says. */
export type Comparison = { key: string; name: ReactNode; index: bigint; node: bigint };

/** The index beside the node, every line marked equal or different. */
export function ComparisonTable({ caption, rows }: { caption: string; rows: Comparison[] }) {
  const t = useTranslations("token.compare");
  const format = useFormatter();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "name", title: t("number"), cell: ({ name }) => name },
        { key: "index", title: t("index"), numeric: true, cell: ({ index }) => format.number(index) },
        { key: "node", title: t("node"), numeric: true, cell: ({ node }) => format.number(node) },
        {
          key: "verdict",
          title: t("verdict"),
          cell: ({ index, node }) =>
            index === node ? (
              <span className="inline-flex items-center gap-1.5 text-brand">
                <CircleCheck aria-hidden="true" className="size-4" />
                {t("equal")}
              </span>
            ) : (
              <span className="inline-flex items-center gap-1.5 text-warn">
                <CircleAlert aria-hidden="true" className="size-4" />
                {t("different")}
              </span>
            ),
        },
      ]}
    />
  );
}
