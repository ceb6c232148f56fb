import { useTranslations } from "next-intl";
import type { issuer } from "#indexer/ponder.schema.ts";
import { Amount } from "#web/components/ui/amount.tsx";
import { BarRows } from "#web/components/ui/bar-rows.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Table } from "#web/components/ui/table.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { PromiseHistory } from "#web/features/explorer/promise-history.tsx";
import type { IssuedId, PromisePoint } from "#web/features/explorer/promise-queries.ts";
import type { PromiseReading } from "#web/features/explorer/promise-reading.ts";
import { FactTime } from "#web/features/explorer/fact-time.tsx";
import { type ComparedFact, SideBySide } from "#web/features/explorer/side-by-side.tsx";
import type { Subject } from "#web/features/explorer/subject.ts";
import { paths } from "#web/lib/paths.ts";

type PromiseRecord = typeof issuer.$inferSelect;

/** What became of everything somebody ever promised. */
export function PromiseView({
  subject: { name, handle, address },
  record,
  ids,
  points,
  node,
  behind,
}: {
  subject: Subject;
  /** Null for somebody who never promised anything. */
  record: PromiseRecord | null;
  ids: readonly IssuedId[];
  points: PromisePoint[];
  /** Null where the node did not answer. */
  node: PromiseReading | null;
  behind: boolean;
}) {
  const t = useTranslations("explorer.promise");
  const parent = { href: paths.member(handle ?? address), name };
  if (!record)
    return (
      <div className="page-width max-w-4xl">
        <PageHeader parent={parent} title={t("headline", { name })} />
        <EmptyState title={t("none.title")}>{t("none.body", { name })}</EmptyState>
      </div>
    );
  return (
    <div className="page-width max-w-4xl">
      <PageHeader parent={parent} title={t("headline", { name })}>
        {t("lead", { name })}
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Equation record={record} />
        <PromiseHistory points={points} />
        <SideBySide facts={compare(record, node, t)} block={node?.block ?? null} behind={behind} />
        <Issued ids={ids} />
      </div>
    </div>
  );
}

function Equation({ record }: { record: PromiseRecord }) {
  const t = useTranslations("explorer.promise");
  const held = record.outstandingMinutes - record.inEscrowMinutes;
  const parts = [
    { key: "held", value: held, tone: "time" },
    { key: "inEscrow", value: record.inEscrowMinutes, tone: "pale" },
    { key: "redeemed", value: record.redeemedMinutes, tone: "brand" },
    { key: "forgiven", value: record.forgivenMinutes, tone: "pale" },
    { key: "withdrawn", value: record.withdrawnMinutes, tone: "pale" },
    { key: "lapsed", value: record.lapsedMinutes, tone: "warn" },
  ] as const;
  const isWhole = parts.reduce((sum, { value }) => sum + value, 0) === record.mintedMinutes;
  return (
    <Card aria-labelledby="equation">
      <CardHeader id="equation" title={t("equation.title")}>
        <Amount minutes={record.mintedMinutes} className="font-semibold" />
      </CardHeader>
      <BarRows rows={parts.map((part) => ({ ...part, name: t(part.key), shown: <Amount minutes={part.value} /> }))} />
      <div className="mt-5">
        <Notice tone={isWhole ? "good" : "wrong"}>{t(isWhole ? "equation.holds" : "equation.broken")}</Notice>
      </div>
    </Card>
  );
}

function Issued({ ids }: { ids: readonly IssuedId[] }) {
  const t = useTranslations("explorer.promise.ids");
  const token = useTranslations("token");
  return (
    <Card aria-labelledby="ids">
      <CardHeader id="ids" title={t("title")} />
      <Table
        caption={t("title")}
        rows={[...ids]}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            key: "unit",
            title: t("unit"),
            cell: ({ id, unit }) => (
              <TextLink href={paths.token(id)} prefetch={false}>
                {token(`unit.in.${unit}`)}
              </TextLink>
            ),
          },
          {
            key: "expiry",
            title: t("expiry"),
            cell: ({ expiry }) => (expiry === 0 ? token("never") : <Instant at={expiry} format="day" />),
          },
          { key: "minted", title: t("minted"), numeric: true, cell: ({ minted }) => String(minted) },
          { key: "left", title: t("left"), numeric: true, cell: ({ minted, burned }) => String(minted - burned) },
        ]}
      />
    </Card>
  );
}

function compare(
  record: PromiseRecord,
  node: PromiseReading | null,
  t: (key: "owed" | "held" | "inEscrow" | "redeemed" | "since") => string,
): ComparedFact[] {
  const minutes = (value: unknown) => <Amount minutes={Number(value)} />;
  return [
    { key: "owed", name: t("owed"), index: record.outstandingMinutes, node: node?.outstandingMinutes, show: minutes },
    {
      key: "held",
      name: t("held"),
      index: record.outstandingMinutes - record.inEscrowMinutes,
      node: node ? node.outstandingMinutes - node.inEscrowMinutes : undefined,
      show: minutes,
    },
    { key: "inEscrow", name: t("inEscrow"), index: record.inEscrowMinutes, node: node?.inEscrowMinutes, show: minutes },
    { key: "redeemed", name: t("redeemed"), index: record.redeemedMinutes, node: node?.redeemedMinutes, show: minutes },
    {
      key: "since",
      name: t("since"),
      index: record.since,
      node: node?.since,
      show: (at) => <FactTime at={Number(at)} />,
    },
  ];
}
