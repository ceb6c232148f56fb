import { useFormatter, useTranslations } from "next-intl";
import type { Hex } from "viem";
import { reputationOf } from "#domain/reputation.ts";
import type { reputation } from "#indexer/ponder.schema.ts";
import { Dial } from "#web/components/motif/dial.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Table } from "#web/components/ui/table.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { EntryRow, PeerRow } from "#web/features/explorer/reputation-queries.ts";
import { SideBySide } from "#web/features/explorer/side-by-side.tsx";
import type { Subject } from "#web/features/explorer/subject.ts";
import { VerdictMark } from "#web/features/explorer/verdict-mark.tsx";
import type { Verdict } from "#web/features/explorer/verdict.ts";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { paths } from "#web/lib/paths.ts";

const SCALE = 1e18;
const NEUTRAL = 50;
const DAY = 86_400;

type ScoreRow = typeof reputation.$inferSelect;

/** A member's score, its formula, and every deal behind it. */
export function ReputationView({
  subject: { name, handle, address },
  score,
  entries,
  peers,
  people,
  checked,
  verdicts,
  block,
  behind,
}: {
  subject: Subject;
  /** Null for somebody without a deal that counts. */
  score: ScoreRow | null;
  entries: readonly EntryRow[];
  peers: readonly PeerRow[];
  people: People;
  /** The deals that were looked up at the node: the latest ones. */
  checked: readonly EntryRow[];
  verdicts: Record<Hex, Verdict>;
  block: number | null;
  behind: boolean;
}) {
  const t = useTranslations("explorer.reputation");
  const parent = { href: paths.member(handle ?? address), name };
  const confirmed = checked.filter(({ dealId }) => verdicts[dealId] === "equal");
  const isSilent = checked.length > 0 && checked.every(({ dealId }) => verdicts[dealId] === "unanswered");
  return (
    <div className="page-width max-w-5xl">
      <PageHeader parent={parent} title={t("headline", { name })}>
        {t("lead")}
      </PageHeader>
      <div className="flex flex-col gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <Card className="flex flex-col items-center gap-3 text-center">
            <Dial share={(score?.score ?? NEUTRAL) / 100} tone="brand" className="size-40" ticks />
            <p className="display text-page tabular-nums">{score?.score ?? NEUTRAL}</p>
            <p className="text-sm text-soft">{score ? <ScoreDay score={score} /> : t("neutral")}</p>
          </Card>
          <Formula />
        </div>
        {score === null ? (
          <EmptyState title={t("none.title")}>{t("none.body", { name })}</EmptyState>
        ) : (
          <>
            <SideBySide
              block={block}
              behind={behind}
              facts={[
                {
                  key: "score",
                  name: t("fact.score"),
                  index: score.score,
                  node: isSilent ? undefined : recompute(entries, verdicts, score.asOf),
                },
                {
                  key: "deals",
                  name: t("fact.deals", { count: checked.length }),
                  index: checked.length,
                  node: isSilent ? undefined : confirmed.length,
                },
              ]}
            />
            <Peers peers={peers} people={people} />
            <Entries entries={checked} people={people} verdicts={verdicts} />
          </>
        )}
      </div>
    </div>
  );
}

/** The published rule applied to the deals, but for those of which the escrow says otherwise. */
function recompute(entries: readonly EntryRow[], verdicts: Record<Hex, Verdict>, asOf: number): number {
  return reputationOf(
    entries.filter(({ dealId }) => verdicts[dealId] !== "different"),
    asOf,
  ).score;
}

function ScoreDay({ score: { asOf, version } }: { score: ScoreRow }) {
  const t = useTranslations("explorer.reputation");
  return t.rich("asOf", { version, day: () => <Instant at={asOf * DAY} format="day" timeZone="UTC" /> });
}

function Formula() {
  const t = useTranslations("explorer.reputation.formula");
  return (
    <Card aria-labelledby="formula">
      <CardHeader id="formula" title={t("title")} />
      <p className="rounded-control bg-sunk px-4 py-3 font-mono text-sm" dir="ltr">
        score = (Σ c·q̄ + 600·50) / (Σ c + 600)
      </p>
      <ul className="mt-4 flex flex-col gap-2 text-[0.9375rem] text-soft">
        <li>{t("weight")}</li>
        <li>{t("quality")}</li>
        <li>{t("peer")}</li>
        <li>{t("prior")}</li>
      </ul>
    </Card>
  );
}

function Peers({ peers, people }: { peers: readonly PeerRow[]; people: People }) {
  const t = useTranslations("explorer.reputation.peers");
  const format = useFormatter();
  const one = (value: bigint) => format.number(Number(value) / SCALE, { maximumFractionDigits: 1 });
  return (
    <Card aria-labelledby="peers">
      <CardHeader id="peers" title={t("title")} />
      <Table
        caption={t("title")}
        rows={[...peers]}
        rowKey={({ peer }) => peer}
        columns={[
          {
            key: "peer",
            title: t("peer"),
            cell: ({ peer }) => (
              <TextLink href={paths.reputation(people[peer]?.handle ?? peer)} prefetch={false}>
                {nameOf(people, peer)}
              </TextLink>
            ),
          },
          { key: "weight", title: t("weight"), numeric: true, wide: true, cell: ({ weight }) => one(weight) },
          { key: "quality", title: t("quality"), numeric: true, cell: ({ quality }) => one(quality) },
          { key: "capped", title: t("capped"), numeric: true, wide: true, cell: ({ capped }) => one(capped) },
          {
            key: "points",
            title: t("points"),
            numeric: true,
            cell: ({ pointHundredths }) =>
              format.number(pointHundredths / 100, { signDisplay: "exceptZero", minimumFractionDigits: 2 }),
          },
        ]}
      />
    </Card>
  );
}

function Entries({
  entries,
  people,
  verdicts,
}: {
  entries: readonly EntryRow[];
  people: People;
  verdicts: Record<Hex, Verdict>;
}) {
  const t = useTranslations("explorer.reputation.entries");
  const format = useFormatter();
  return (
    <Card aria-labelledby="entries">
      <CardHeader id="entries" title={t("title")} />
      <Table
        caption={t("title")}
        rows={[...entries]}
        rowKey={({ dealId }) => dealId}
        columns={[
          {
            key: "deal",
            title: t("deal"),
            cell: ({ dealId, peer, closedAt }) => (
              <span className="flex flex-col">
                <TextLink href={paths.deal(dealId)} prefetch={false}>
                  {t("with", { name: nameOf(people, peer) })}
                </TextLink>
                <span className="text-sm font-normal text-soft">
                  <Instant at={closedAt} format="day" />
                </span>
              </span>
            ),
          },
          { key: "minutes", title: t("minutes"), numeric: true, cell: ({ minutes }) => <Amount minutes={minutes} /> },
          {
            key: "quality",
            title: t("quality"),
            numeric: true,
            cell: ({ got, claimed }) => format.number((100 * got) / claimed, { maximumFractionDigits: 1 }),
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
