"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { Address } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { type Unit, UNITS } from "#domain/units.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { RadioGroup } from "#web/components/ui/radio-group.tsx";
import { CoverageLine } from "#web/features/coverage/coverage-line.tsx";
import { summarise, type CoverageGround } from "#web/features/coverage/coverage-summary.ts";
import type { Credit } from "#web/features/token/credit.ts";
import { RecipientField } from "#web/features/token/recipient-field.tsx";
import { TokenAmountField } from "#web/features/token/token-amount-field.tsx";
import { usePromiseDraft } from "#web/features/token/use-promise-draft.ts";
import { TransactionButton } from "#web/features/transaction/transaction-button.tsx";
import { useTransaction } from "#web/features/transaction/use-transaction.ts";
import { paths } from "#web/lib/paths.ts";

/** Promises one's own time: how much, until when, to whom; shows what is left to promise before the wallet opens. */
export function PromiseForm({
  token,
  me,
  credit,
  coverage,
  now,
}: {
  token: Address;
  me: Address;
  credit: Credit;
  /** Null for somebody who keeps no hours. */
  coverage: CoverageGround | null;
  /** Unix seconds. */
  now: number;
}) {
  const t = useTranslations("token.promise");
  const say = useAmountText();
  const router = useRouter();
  const { state, send } = useTransaction();
  const draft = usePromiseDraft(credit);
  const [tried, setTried] = useState(false);
  const { unit, minutes, expiry, problems } = draft;

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!draft.promise) return;
    const { amount, expiry, to } = draft.promise;
    const done = await send({
      title: t("title", { amount: say(minutes) }),
      address: token,
      abi: timeTokenAbi,
      functionName: "mint",
      args: [to ?? me, UNITS.indexOf(unit), expiry, amount, "0x"],
    });
    if (done) router.push(paths.wallet());
  };

  return (
    <form noValidate onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-6">
      <RadioGroup
        legend={t("unit")}
        columns={3}
        value={unit}
        onValueChange={(value) => draft.setUnit(value as Unit)}
        options={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
      />
      <TokenAmountField
        label={t("amount")}
        unit={unit}
        text={draft.text}
        onText={draft.setText}
        error={tried || draft.tooMuch ? problems.amount : undefined}
      />
      <RadioGroup
        legend={t("until")}
        columns={2}
        value={draft.expires}
        onValueChange={(value) => draft.setExpires(value as "never" | "day")}
        options={(["day", "never"] as const).map((value) => ({
          value,
          label: t(`untils.${value}.label`),
          detail: t(`untils.${value}.detail`),
        }))}
      />
      {draft.expires === "day" ? (
        <Field label={t("day")} description={t("dayHelp")} error={tried ? problems.day : undefined}>
          <Input type="date" value={draft.day} onChange={(event) => draft.setDay(event.currentTarget.value)} />
        </Field>
      ) : null}
      <RadioGroup
        legend={t("to")}
        columns={2}
        value={draft.to}
        onValueChange={(value) => draft.setTo(value as "me" | "member")}
        options={(["me", "member"] as const).map((value) => ({
          value,
          label: t(`tos.${value}.label`),
          detail: t(`tos.${value}.detail`),
        }))}
      />
      {draft.to === "member" ? (
        <RecipientField
          label={t("recipient")}
          chosen={draft.recipient}
          onChoose={draft.setRecipient}
          without={me}
          error={tried ? problems.recipient : undefined}
        />
      ) : null}
      <Facts className="border-t border-line">
        <Fact name={t("fact.line")}>{say(credit.line)}</Fact>
        <Fact name={t("fact.outstanding")}>{say(credit.outstanding)}</Fact>
        <Fact name={t("fact.left")} strong>
          {say(Math.max(0, credit.left - minutes))}
        </Fact>
        {expiry ? (
          <Fact name={t("fact.until")}>
            <Instant at={expiry} />
          </Fact>
        ) : null}
      </Facts>
      {coverage ? <CoverageWith coverage={coverage} minutes={minutes} expiry={expiry} now={now} /> : null}
      {state.problem ? <Notice tone="wrong">{state.problem}</Notice> : null}
      <TransactionButton type="submit" variant="primary" step={state.step}>
        {t("button", { amount: say(minutes) })}
      </TransactionButton>
    </form>
  );
}

/** What the calendar can hold once this is promised, too. */
function CoverageWith({
  coverage,
  minutes,
  expiry,
  now,
}: {
  coverage: CoverageGround;
  minutes: number;
  expiry: number | null;
  now: number;
}) {
  const promised = [...coverage.promised, { minutes, expiry: expiry ?? 0 }];
  const summary = summarise({ ...coverage, promised }, now);
  return summary ? <CoverageLine coverage={summary} /> : null;
}
