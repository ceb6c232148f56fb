import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { CopyButton } from "#web/components/ui/copy-button.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { useFactNames } from "#web/features/explorer/fact-names.tsx";
import { SideBySide } from "#web/features/explorer/side-by-side.tsx";
import type { NamedFact } from "#web/features/explorer/transaction-facts.ts";
import type { People } from "#web/features/people/queries.ts";
import { EventValue } from "#web/features/explorer/event-value.tsx";
import type { TransactionReading } from "#web/features/explorer/transaction-reading.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

const TONES = { pending: "time", success: "brand", reverted: "warn" } as const;

/** A transaction's page. */
export function TransactionView({
  transaction,
  facts,
  behind,
  people,
}: {
  transaction: TransactionReading;
  /** What the index has of it beside what the node says. */
  facts: readonly NamedFact[];
  /** Its block is one the index has still to read. */
  behind: boolean;
  people: People;
}) {
  const t = useTranslations("token.transaction");
  const named = useFactNames(facts);
  const { hash, from, to, status, block, timestamp, gasUsed, sayings, contracts, unknownLogs } = transaction;
  return (
    <div className="page-width max-w-4xl">
      <PageHeader title={t(`headline.${status}`)}>
        <span className="inline-flex flex-wrap items-center gap-2">
          <Pill tone={TONES[status]}>{t(`status.${status}`)}</Pill>
          <span className="inline-flex items-center gap-1">
            <span className="font-mono text-sm" dir="ltr" title={hash}>
              {shortenHex(hash)}
            </span>
            <CopyButton value={hash} label={t("copy")} />
          </span>
        </span>
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Card>
          <Facts className="-my-2.5">
            <Fact name={t("from")}>
              <EventValue value={from} people={people} contracts={contracts} />
            </Fact>
            <Fact name={t("to")}>
              {to ? <EventValue value={to} people={people} contracts={contracts} /> : t("creation")}
            </Fact>
            {block === null ? null : (
              <Fact name={t("block")}>
                <TextLink href={paths.block(String(block))} prefetch={false}>
                  {String(block)}
                </TextLink>
              </Fact>
            )}
            {timestamp === null ? null : (
              <Fact name={t("time")}>
                <Instant at={timestamp} />
              </Fact>
            )}
            {gasUsed === null ? null : <Fact name={t("gas")}>{t("gasUnits", { gas: Number(gasUsed) })}</Fact>}
          </Facts>
        </Card>
        <SideBySide facts={named} block={block === null ? null : Number(block)} behind={behind} />
        <Card aria-labelledby="said">
          <CardHeader id="said" title={t("said")} />
          {sayings.length === 0 ? <p className="text-soft">{t(status === "pending" ? "waiting" : "silent")}</p> : null}
          <ol className="flex flex-col gap-5">
            {sayings.map(({ logIndex, contract, event, values }) => (
              <li key={logIndex}>
                <h3 className="text-base">
                  {event} <span className="font-sans text-sm font-normal text-soft">{contracts[contract]}</span>
                </h3>
                <Facts className="mt-1 border-t border-line">
                  {values.map(([name, value]) => (
                    <Fact key={name} name={<span className="font-mono text-sm text-soft">{name}</span>}>
                      <EventValue name={name} value={value} people={people} contracts={contracts} />
                    </Fact>
                  ))}
                </Facts>
              </li>
            ))}
          </ol>
          {unknownLogs > 0 ? <p className="mt-4 text-sm text-soft">{t("unknown", { count: unknownLogs })}</p> : null}
        </Card>
      </div>
    </div>
  );
}
