import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CONTRACT_NAMES, type Contracts } from "#domain/contract-abis.ts";
import { Address } from "#web/components/ui/address.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import type { Verification } from "#web/features/head/verification.ts";

/** The index may lag this much without anything being amiss. */
const FRESH_BLOCKS = 15;

/** Whether the index and the node agree, and what a reader needs to ask another node. */
export function VerificationView({
  verification,
  chainId,
  contracts,
}: {
  verification: Verification | null;
  chainId: number;
  contracts: Contracts;
}) {
  const t = useTranslations("verify");
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card>
        <CardHeader title={t("agreement.title")} />
        <Agreement verification={verification} />
        {verification ? (
          <Facts className="mt-3">
            <Fact name={t("agreement.block")}>{t("agreement.number", { block: verification.block })}</Fact>
            <Fact name={t("agreement.mined")}>
              <Instant at={verification.timestamp} />
            </Fact>
            <Fact name={t("agreement.indexHash")}>
              <Address value={verification.hash} />
            </Fact>
            <Fact name={t("agreement.nodeHash")}>
              {verification.nodeHash ? <Address value={verification.nodeHash} /> : t("agreement.noAnswer")}
            </Fact>
            {verification.nodeBlock === null ? null : (
              <Fact name={t("agreement.nodeBlock")}>{t("agreement.number", { block: verification.nodeBlock })}</Fact>
            )}
          </Facts>
        ) : null}
      </Card>
      <Card>
        <CardHeader title={t("contracts.title")}>{t("contracts.chain", { chainId: String(chainId) })}</CardHeader>
        <Facts>
          {CONTRACT_NAMES.map((name) => (
            <Fact key={name} name={t(`contracts.${name}`)}>
              <Address value={contracts[name]} name={t(`contracts.${name}`)} />
            </Fact>
          ))}
        </Facts>
      </Card>
      <Card className="lg:col-span-2">
        <CardHeader title={t("yourself.title")} />
        <ol className="flex max-w-3xl list-decimal flex-col gap-2.5 ps-5 marker:text-soft">
          <li>{t.rich("yourself.ask", { code })}</li>
          <li>{t("yourself.read")}</li>
          <li>{t.rich("yourself.compare", { code })}</li>
        </ol>
      </Card>
    </div>
  );
}

function code(words: ReactNode) {
  return <code className="font-mono text-sm">{words}</code>;
}

function Agreement({ verification }: { verification: Verification | null }) {
  const t = useTranslations("verify.agreement");
  if (!verification) return <Notice tone="time">{t("empty")}</Notice>;
  if (!verification.nodeHash) return <Notice tone="time">{t("unknown")}</Notice>;
  if (verification.nodeHash !== verification.hash) return <Notice tone="wrong">{t("different")}</Notice>;
  const behind = (verification.nodeBlock ?? verification.block) - verification.block;
  if (behind > FRESH_BLOCKS) return <Notice tone="time">{t("behind", { blocks: behind })}</Notice>;
  return <Notice tone="good">{t("same")}</Notice>;
}
