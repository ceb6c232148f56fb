import { useTranslations } from "next-intl";
import { Address } from "#web/components/ui/address.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { PageHeader } from "#web/components/ui/page-header.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { BlockReading } from "#web/features/explorer/block-reading.ts";
import { useFactNames } from "#web/features/explorer/fact-names.tsx";
import { SideBySide } from "#web/features/explorer/side-by-side.tsx";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** A block's page. */
export function BlockView({ block, behind }: { block: BlockReading; behind: boolean }) {
  const t = useTranslations("explorer.block");
  const named = useFactNames(block.facts);
  const { number, hash, parentHash, timestamp, gasUsed, transactions, ours } = block;
  return (
    <div className="page-width max-w-4xl">
      <PageHeader title={t("headline", { number })}>
        <Address value={hash} name={t("hash")} />
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Card>
          <Facts className="-my-2.5">
            <Fact name={t("time")}>
              <Instant at={timestamp} />
            </Fact>
            <Fact name={t("hash")}>
              <Address value={hash} name={t("hash")} />
            </Fact>
            {number > 0 ? (
              <Fact name={t("parent")}>
                <TextLink href={paths.block(String(number - 1))} prefetch={false} className="font-mono text-sm">
                  {shortenHex(parentHash)}
                </TextLink>
              </Fact>
            ) : null}
            <Fact name={t("gas")}>{t("gasUnits", { gas: Number(gasUsed) })}</Fact>
          </Facts>
        </Card>
        <SideBySide facts={named} block={number} behind={behind} />
        <Card aria-labelledby="transactions">
          <CardHeader id="transactions" title={t("transactions", { count: transactions.length })} />
          {transactions.length === 0 ? <p className="text-soft">{t("empty")}</p> : null}
          <ul className="flex flex-col divide-y divide-line">
            {transactions.map((transaction) => (
              <li key={transaction} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
                <TextLink href={paths.transaction(transaction)} prefetch={false} className="font-mono text-sm">
                  {shortenHex(transaction)}
                </TextLink>
                <Pill tone={ours.includes(transaction) ? "brand" : "plain"}>
                  {t(ours.includes(transaction) ? "ours" : "foreign")}
                </Pill>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
