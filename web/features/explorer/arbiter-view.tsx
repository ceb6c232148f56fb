import { useTranslations } from "next-intl";
import type { Hex } from "viem";
import { Amount } from "#web/components/ui/amount.tsx";
import { BarRows } from "#web/components/ui/bar-rows.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Table } from "#web/components/ui/table.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { ArbiterRow, ListingRow, TurnRow } from "#web/features/explorer/arbiter-queries.ts";
import { FactTime } from "#web/features/explorer/fact-time.tsx";
import { type ComparedFact, SideBySide } from "#web/features/explorer/side-by-side.tsx";
import type { Subject } from "#web/features/explorer/subject.ts";
import { VerdictMark } from "#web/features/explorer/verdict-mark.tsx";
import type { Verdict } from "#web/features/explorer/verdict.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** What the directory's contract says of an arbiter. */
export type NodeListing = { feeBps: number; available: boolean; since: number };

/** An arbiter's public record: how they used each turn they had. */
export function ArbiterView({
  subject: { name, handle, address },
  record,
  listing,
  nodeListing,
  turns,
  verdicts,
  block,
  behind,
}: {
  subject: Subject;
  /** Null for somebody who was never asked to rule. */
  record: ArbiterRow | null;
  listing: ListingRow | null;
  /** Undefined where the node did not answer. */
  nodeListing: NodeListing | undefined;
  turns: readonly TurnRow[];
  verdicts: Record<Hex, Verdict>;
  block: number | null;
  behind: boolean;
}) {
  const t = useTranslations("explorer.arbiter");
  const parent = { href: paths.member(handle ?? address), name };
  if (!record && !listing)
    return (
      <div className="page-width max-w-4xl">
        <PageHeader parent={parent} title={t("headline", { name })} />
        <EmptyState title={t("none.title")}>{t("none.body", { name })}</EmptyState>
      </div>
    );
  return (
    <div className="page-width max-w-4xl">
      <PageHeader parent={parent} title={t("headline", { name })}>
        {t("lead")}
      </PageHeader>
      <div className="flex flex-col gap-6">
        {record ? <Record record={record} /> : null}
        <SideBySide facts={compare(listing, nodeListing, turns, verdicts, t)} block={block} behind={behind} />
        {turns.length > 0 ? <Turns turns={turns} verdicts={verdicts} /> : null}
      </div>
    </div>
  );
}

function Record({ record }: { record: ArbiterRow }) {
  const t = useTranslations("explorer.arbiter");
  const rows = [
    { key: "ruled", value: record.ruled, tone: "brand" },
    { key: "silent", value: record.silent, tone: "warn" },
    { key: "recused", value: record.recused, tone: "time" },
    { key: "spared", value: record.spared, tone: "pale" },
  ] as const;
  return (
    <Card aria-labelledby="record">
      <CardHeader id="record" title={t("record", { count: record.asked })} />
      <BarRows rows={rows.map((row) => ({ ...row, name: t(row.key), shown: row.value }))} />
      <Facts className="mt-4 border-t border-line">
        <Fact name={t("overturned")}>{record.overturned}</Fact>
        <Fact name={t("fees")}>
          <Amount minutes={record.feeMinutes} />
        </Fact>
      </Facts>
    </Card>
  );
}

function Turns({ turns, verdicts }: { turns: readonly TurnRow[]; verdicts: Record<Hex, Verdict> }) {
  const t = useTranslations("explorer.arbiter.turns");
  return (
    <Card aria-labelledby="turns">
      <CardHeader id="turns" title={t("title")} />
      <Table
        caption={t("title")}
        rows={[...turns]}
        rowKey={({ dealId }) => dealId}
        columns={[
          {
            key: "deal",
            title: t("deal"),
            cell: ({ dealId, askedAt }) => (
              <span className="flex flex-col">
                <TextLink href={paths.deal(dealId)} prefetch={false} className="font-mono text-sm">
                  {shortenHex(dealId)}
                </TextLink>
                <span className="text-sm font-normal text-soft">
                  <Instant at={askedAt} format="day" />
                </span>
              </span>
            ),
          },
          {
            key: "end",
            title: t("end"),
            cell: ({ end, isAppeal, overturned }) => (
              <span className="flex flex-col">
                <span>{t(end ?? "open")}</span>
                {isAppeal ? <span className="text-sm text-soft">{t("appeal")}</span> : null}
                {overturned ? <span className="text-sm text-warn">{t("overturned")}</span> : null}
              </span>
            ),
          },
          {
            key: "fee",
            title: t("fee"),
            numeric: true,
            wide: true,
            cell: ({ feeMinutes }) => <Amount minutes={feeMinutes} />,
          },
          {
            key: "verdict",
            title: t("verdict"),
            cell: ({ dealId }) => <VerdictMark verdict={verdicts[dealId] ?? "unanswered"} />,
          },
        ]}
      />
    </Card>
  );
}

type FactKey = "listed" | "available" | "fee" | "since" | "deals" | "yes" | "no";

function compare(
  listing: ListingRow | null,
  node: NodeListing | undefined,
  turns: readonly TurnRow[],
  verdicts: Record<Hex, Verdict>,
  t: (key: `fact.${FactKey}`) => string,
): ComparedFact[] {
  const isListed = listing !== null && listing.leftAt === null;
  const answer = (side: unknown) => t(side === true ? "fact.yes" : "fact.no");
  const confirmed = turns.filter(({ dealId }) => verdicts[dealId] === "equal").length;
  const facts: ComparedFact[] = [
    { key: "listed", name: t("fact.listed"), index: isListed, node: node && node.since !== 0, show: answer },
  ];
  if (isListed)
    facts.push(
      { key: "available", name: t("fact.available"), index: listing.available, node: node?.available, show: answer },
      {
        key: "fee",
        name: t("fact.fee"),
        index: listing.feeBps,
        node: node?.feeBps,
        show: (bps) => `${Number(bps) / 100} %`,
      },
      {
        key: "since",
        name: t("fact.since"),
        index: listing.listedAt,
        node: node?.since,
        show: (at) => <FactTime at={Number(at)} />,
      },
    );
  if (turns.length > 0)
    facts.push({ key: "deals", name: t("fact.deals"), index: turns.length, node: node && confirmed });
  return facts;
}
