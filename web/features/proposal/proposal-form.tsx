"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import type { Address } from "viem";
import type { OpenCalendar } from "#domain/availability-slots.ts";
import { sessionMinutes } from "#domain/booking.ts";
import { isWelcome, type WelcomeRule } from "#domain/welcome.ts";
import type { Holding } from "#domain/payment.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { counterAction, proposeAction } from "#web/features/proposal/actions.ts";
import { AgreementFields } from "#web/features/proposal/agreement-fields.tsx";
import { inputOf, paymentOf, startDraft, type Draft, type DraftStart } from "#web/features/proposal/draft.ts";
import { PaymentFields } from "#web/features/proposal/payment-fields.tsx";
import type { ArbiterChoice } from "#web/features/proposal/queries.ts";
import { exchangeSchema } from "#web/features/proposal/schema.ts";
import { SlotFields, slotsFor } from "#web/features/proposal/slot-fields.tsx";
import { TermsSummary } from "#web/features/proposal/terms-summary.tsx";
import type { FieldErrors } from "#web/lib/errors.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";
import { paths } from "#web/lib/paths.ts";

/** Everything the form needs to know of the two sides and of what can be paid with. */
export type ProposalFormProps = {
  /** A new proposal on a listing, or an answer to one. */
  about: { kind: "new"; listingId: string } | { kind: "answer"; proposalId: string };
  viewer: "buyer" | "seller";
  buyer: Address;
  seller: Address;
  welcome: WelcomeRule;
  /** How long a session takes, where that is not what is paid. */
  durationMinutes: number | null;
  start: Omit<DraftStart, "fromSlots">;
  arbiters: ArbiterChoice[];
  holdings: Holding[];
  /** Minutes the buyer may still promise. */
  creditLeft: number;
  people: People;
  /** The seller's, where they keep hours. */
  calendar: OpenCalendar | null;
  /** When the page was written, in unix seconds: server and browser start the form alike. */
  now: number;
};

export function ProposalForm(props: ProposalFormProps) {
  const { about, viewer, buyer, seller, welcome, start, people } = props;
  const t = useTranslations("proposal");
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const [draft, setDraft] = useState<Draft>(() => {
    const fromSlots = slotsFor(props.calendar, sessionMinutes(props, start.totalMinutes), props.now) !== null;
    return startDraft({ ...start, fromSlots }, props.now, timeZone);
  });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const other = viewer === "buyer" ? seller : buyer;
  const welcomes = (issuer: Address) =>
    isWelcome(welcome, issuer, { seller, scoreOf: (who) => people[who.toLowerCase() as Address]?.score ?? null });
  const payment =
    viewer === "buyer" ? paymentOf(draft, props.holdings, { seller, isWelcome: welcomes, timeZone }) : null;
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const errorOf = (field: string) => {
    const key = errors[field];
    if (key === undefined) return undefined;
    const unwelcome = (errors["unwelcome"]?.split(" ") ?? []) as Address[];
    const names = format.list(unwelcome.map((issuer) => nameOf(people, issuer)));
    return t(`errors.${key}`, { names, seller: nameOf(people, seller), score: welcome.welcomeScore ?? 0 });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = Math.floor(Date.now() / 1000);
    const input = inputOf(draft, { payment: viewer === "buyer" ? payment : "none", timeZone, now: at });
    const found = fieldErrorsOf(exchangeSchema, input);
    setErrors(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    const result =
      about.kind === "new"
        ? await proposeAction({ listingId: about.listingId, ...input })
        : await counterAction({ proposalId: about.proposalId, ...input });
    setSending(false);
    if (!result.ok) {
      setErrors(result.refusal.fields);
      setRefusal(sentences(result.refusal.code));
      return;
    }
    router.push(paths.proposal(about.kind === "new" ? (result.value as { id: string }).id : about.proposalId));
    router.refresh();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="flex flex-col gap-6">
        <Card aria-labelledby="what">
          <CardHeader id="what" title={t("what.title")} />
          <Field label={t("what.brief")} description={t("what.briefHelp")} error={errorOf("brief")} name="brief">
            <Textarea rows={3} value={draft.brief} onChange={(event) => change({ brief: event.target.value })} />
          </Field>
        </Card>
        <SlotFields
          draft={draft}
          change={change}
          errorOf={errorOf}
          other={people[other]}
          name={nameOf(people, other)}
          calendar={props.calendar}
          durationMinutes={props.durationMinutes}
          now={props.now}
          own={viewer === "seller"}
        />
        {viewer === "buyer" ? (
          <>
            <PaymentFields
              draft={draft}
              change={change}
              error={errorOf("payment") ?? errorOf("agreement.payment.ids") ?? errorOf("agreement.payment.amounts")}
              payment={payment}
              isWelcome={welcomes}
              {...props}
            />
            <AgreementFields draft={draft} change={change} errorOf={errorOf} arbiters={props.arbiters} />
          </>
        ) : null}
        <Card aria-labelledby="note">
          <CardHeader id="note" title={t("note.title", { name: nameOf(people, other) })} />
          <Field label={t("note.label")} optional error={errorOf("note")} name="note">
            <Textarea rows={2} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
          </Field>
        </Card>
      </div>
      <Card as="aside" aria-labelledby="summary" className="lg:sticky lg:top-6">
        <CardHeader id="summary" title={t("summary.title")} />
        <TermsSummary draft={draft} viewer={viewer} buyer={buyer} seller={seller} people={people} />
        {refusal ? (
          <div className="mt-4">
            <Notice tone="wrong">{refusal}</Notice>
          </div>
        ) : null}
        <Button type="submit" variant="primary" wide pending={sending} className="mt-4">
          {t(viewer === "buyer" ? "submit.buyer" : "submit.seller", { name: nameOf(people, other) })}
        </Button>
        <p className="mt-3 text-sm text-soft">{t("submit.free")}</p>
      </Card>
    </form>
  );
}
