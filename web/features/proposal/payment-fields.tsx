"use client";

import { useTimeZone, useTranslations } from "next-intl";
import type { Address } from "viem";
import type { Holding, PaymentChoice } from "#domain/payment.ts";
import { latestDeliverBy } from "#domain/spendable.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import type { WelcomeRule } from "#domain/welcome.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Checkbox } from "#web/components/ui/checkbox.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { RadioGroup } from "#web/components/ui/radio-group.tsx";
import { Select } from "#web/components/ui/select.tsx";
import { PaymentPills, useTokenWords } from "#web/features/deal/payment-pills.tsx";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { minutesOf, slotOf, windowsOf, type Draft } from "#web/features/proposal/draft.ts";

/** What to pay with: tokens held, the seller's own first, or a new promise of one's own time. */
export function PaymentFields({
  draft,
  change,
  error,
  payment,
  buyer,
  seller,
  welcome,
  isWelcome,
  holdings,
  creditLeft,
  people,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  error: string | undefined;
  payment: PaymentChoice | null;
  buyer: Address;
  seller: Address;
  welcome: WelcomeRule;
  isWelcome: (issuer: Address) => boolean;
  holdings: Holding[];
  creditLeft: number;
  people: People;
}) {
  const t = useTranslations("proposal.payment");
  const amountText = useAmountText();
  const name = nameOf(people, seller);
  const score = welcome.welcomeScore ?? 0;
  const promising = draft.payWith === "promise";
  const tooMuch = promising && minutesOf(draft) > creditLeft;
  return (
    <Card aria-labelledby="payment">
      <CardHeader id="payment" title={t("title")} />
      <div className="flex flex-col gap-4">
        <RadioGroup
          legend={t("legend")}
          columns={2}
          value={draft.payWith}
          onValueChange={(value) => change({ payWith: value === "promise" ? "promise" : "held" })}
          options={[
            { value: "held", label: t("held"), detail: t("heldDetail", { name }) },
            {
              value: "promise",
              label: t("promise"),
              detail: isWelcome(buyer) ? t("promiseDetail") : t(`promiseUnwelcome.${welcome.welcome}`, { name, score }),
              disabled: !isWelcome(buyer),
            },
          ]}
        />
        {promising ? (
          <Field label={t("promiseFor")} description={t("creditLeft", { amount: amountText(Math.max(0, creditLeft)) })}>
            <Select
              value={draft.promiseFor}
              onValueChange={(value) => change({ promiseFor: value as Draft["promiseFor"] })}
              options={(["year", "twoYears", "ever"] as const).map((value) => ({ value, label: t(`for.${value}`) }))}
            />
          </Field>
        ) : (
          <HeldTokens
            draft={draft}
            change={change}
            payment={payment}
            whyUnwelcome={(issuer) =>
              isWelcome(issuer)
                ? null
                : t(`unwelcome.${welcome.welcome}`, { name: nameOf(people, issuer), seller: name, score })
            }
            holdings={holdings}
            people={people}
          />
        )}
        {tooMuch ? <Notice tone="wrong">{t("creditShort")}</Notice> : null}
        {error ? <Notice tone="wrong">{error}</Notice> : null}
      </div>
    </Card>
  );
}

function HeldTokens({
  draft,
  change,
  payment,
  whyUnwelcome,
  holdings,
  people,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  payment: PaymentChoice | null;
  /** The sentence for promises that are not taken; null for those that are. */
  whyUnwelcome: (issuer: Address) => string | null;
  holdings: Holding[];
  people: People;
}) {
  const t = useTranslations("proposal.payment");
  const timeZone = useTimeZone() ?? "UTC";
  const amountText = useAmountText();
  const words = useTokenWords(people);
  const deliverBy = slotOf(draft, timeZone)?.deliverBy;
  const windows = windowsOf(draft);

  const whyNot = (tokenId: bigint): string | null => {
    const unwelcome = whyUnwelcome(unpackTokenId(tokenId).issuer);
    if (unwelcome) return unwelcome;
    const latest = latestDeliverBy(tokenId, windows);
    return latest !== null && deliverBy !== undefined && deliverBy > latest ? t("tooSoon") : null;
  };
  const toggle = (id: string, use: boolean) =>
    change({ kept: use ? draft.kept.filter((other) => other !== id) : [...draft.kept, id] });

  return (
    <>
      {payment?.kind === "exact" ? (
        <div className="flex flex-col gap-2">
          <p className="text-sm text-soft">{t("chosen")}</p>
          <PaymentPills
            people={people}
            tokens={payment.ids.map((tokenId, index) => ({ tokenId, amount: payment.amounts[index] ?? 0n }))}
          />
        </div>
      ) : payment ? (
        <Notice tone="time">
          {payment.kind === "missing" ? t("missing", { amount: amountText(payment.missingMinutes) }) : t(payment.kind)}
        </Notice>
      ) : null}
      {holdings.length > 0 ? (
        <details className="rounded-control border border-line px-4">
          <summary className="flex min-h-11 items-center font-medium">{t("choose")}</summary>
          <div className="divide-y divide-line border-t border-line">
            {holdings.map(({ tokenId, amount }) => {
              const id = String(tokenId);
              const reason = whyNot(tokenId);
              return (
                <Checkbox
                  key={id}
                  checked={reason === null && !draft.kept.includes(id)}
                  disabled={reason !== null}
                  onCheckedChange={(use) => toggle(id, use)}
                  detail={reason ?? undefined}
                >
                  {words(tokenId, amount)}
                </Checkbox>
              );
            })}
          </div>
        </details>
      ) : null}
    </>
  );
}
