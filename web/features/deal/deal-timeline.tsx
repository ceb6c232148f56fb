import { useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Hex } from "viem";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { Timeline, TimelineItem } from "#web/components/ui/timeline.tsx";
import type { EventRow } from "#web/features/deal/deal-record.ts";
import type { DealView } from "#web/features/deal/deal-view.ts";
import { namesOf } from "#web/features/deal/names.ts";
import { PaymentPills } from "#web/features/deal/payment-pills.tsx";
import { nameOf } from "#web/lib/person-name.ts";
import { Slot } from "#web/features/deal/slot.tsx";
import { paths } from "#web/lib/paths.ts";

const WRONG: readonly EventRow["kind"][] = ["disputed", "lapsed", "claim_added"];

/** What happened, what is up now and what comes, with the blocks and transactions that prove it. */
export function DealTimeline({ view }: { view: DealView }) {
  const t = useTranslations("deal.timeline");
  const { events, terms, row, now } = view;
  const before = events.filter(({ kind }) => kind === "opened" || kind === "accepted");
  const after = events.filter(({ kind }) => kind !== "opened" && kind !== "accepted");
  const otherClock = useOtherClock(view);
  const begun = now >= terms.deliverFrom || row.status === "closed";
  return (
    <Timeline label={t("label")}>
      {row.amendedFrom ? (
        <TimelineItem
          state="done"
          title={t("continued")}
          detail={<TextLink href={paths.deal(row.amendedFrom)}>{t("before")}</TextLink>}
        />
      ) : null}
      {before.map((event) => (
        <OpeningItems key={event.id} event={event} view={view} />
      ))}
      {before.length === 0 ? <Payment view={view} detail={null} /> : null}
      <TimelineItem
        state={begun ? "done" : "next"}
        title={<Slot from={terms.deliverFrom} by={terms.deliverBy} />}
        detail={otherClock}
      />
      {after.map((event) => (
        <EventItem key={event.id} event={event} view={view} />
      ))}
      <NextItems view={view} />
    </Timeline>
  );
}

function OpeningItems({ event, view }: { event: EventRow; view: DealView }) {
  const t = useTranslations("deal.timeline");
  const names = namesOf(view);
  if (event.kind === "accepted") {
    return <TimelineItem state="done" title={t("accepted", names)} detail={<Proof event={event} />} />;
  }
  return (
    <>
      {event.data.status === "active" ? (
        <TimelineItem state="done" title={t("agreed")} detail={t("signed", names)} />
      ) : null}
      <Payment view={view} detail={<Proof event={event} />} />
    </>
  );
}

function Payment({ view, detail }: { view: DealView; detail: ReactNode }) {
  const t = useTranslations("deal.timeline");
  const amountText = useAmountText();
  return (
    <TimelineItem
      state="done"
      title={t("locked", { amount: amountText(view.row.minutes) })}
      detail={
        <>
          {t("lockedBy", namesOf(view))}
          {detail ? <> · {detail}</> : null}
        </>
      }
    >
      <PaymentPills tokens={view.payment} people={view.people} />
    </TimelineItem>
  );
}

function EventItem({ event, view }: { event: EventRow; view: DealView }) {
  const t = useTranslations("deal.timeline");
  const amountText = useAmountText();
  const { kind, data, by } = event;
  const values = {
    ...namesOf(view),
    by: by ? nameOf(view.people, by) : "",
    mine: String(by !== null && by === view.who),
    amount: amountText(sum(data.sellerMinutes)),
    outcome: typeof data.outcome === "string" ? data.outcome : "",
    silence: String(data.bySilence === true),
  };
  const wrong = WRONG.includes(kind) || (kind === "closed" && view.row.defaulted);
  return (
    <TimelineItem state={wrong ? "wrong" : "done"} title={t(`event.${kind}`, values)} detail={<Proof event={event} />}>
      {detailOf(event, view)}
    </TimelineItem>
  );
}

/** What belongs to an event beside its sentence: words, who got what, where it goes on; null for nothing. */
function detailOf({ kind, data }: EventRow, view: DealView): ReactNode {
  const hash = data.reasons ?? data.contentHash;
  const words = typeof hash === "string" ? view.words[hash as Hex]?.body : undefined;
  if (words) return <Quote>{words}</Quote>;
  if (kind === "closed") return <Shares view={view} />;
  if (kind === "amended" && view.row.amendedTo) return <GoOn to={view.row.amendedTo} />;
  return null;
}

function GoOn({ to }: { to: Hex }) {
  const t = useTranslations("deal.timeline");
  return <TextLink href={paths.deal(to)}>{t("goOn")}</TextLink>;
}

function Shares({ view }: { view: DealView }) {
  const t = useTranslations("deal.timeline");
  const amountText = useAmountText();
  const total = (key: "sellerMinutes" | "buyerMinutes" | "feeMinutes" | "lapsedMinutes") =>
    view.payment.reduce((minutes, position) => minutes + (position[key] ?? 0), 0);
  const names = namesOf(view);
  const parts = [
    total("sellerMinutes") > 0 ? t("got", { name: names.seller, amount: amountText(total("sellerMinutes")) }) : null,
    total("buyerMinutes") > 0 ? t("gotBack", { name: names.buyer, amount: amountText(total("buyerMinutes")) }) : null,
    total("feeMinutes") > 0 ? t("fee", { amount: amountText(total("feeMinutes")) }) : null,
    total("lapsedMinutes") > 0 ? t("lapsed", { amount: amountText(total("lapsedMinutes")) }) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? <p className="text-[0.9375rem]">{parts.join(" · ")}</p> : null;
}

function NextItems({ view }: { view: DealView }) {
  const t = useTranslations("deal");
  const { situation, stage, row } = view;
  if (row.status === "closed" || row.status === "voided") return null;
  const names = { ...namesOf(view), role: view.voice };
  const rateable = row.status === "pending" || row.status === "active" || row.status === "delivered";
  return (
    <>
      <TimelineItem
        state="now"
        title={t(`next.${situation}.title`, names)}
        detail={
          <>
            {t(`next.${situation}.detail`, names)}{" "}
            {stage.deadline !== null && stage.dueOutcome === null ? <Instant at={stage.deadline} /> : null}
          </>
        }
      />
      {rateable ? (
        <TimelineItem state="next" title={t("timeline.ratings")} detail={t("timeline.ratingsDetail")} />
      ) : null}
    </>
  );
}

/** The start on the other side's clock; null for a reader who is no side, or reads the same clock. */
function useOtherClock({ terms, people, role }: DealView): ReactNode {
  const t = useTranslations("deal.timeline");
  const own = useTimeZone();
  if (role !== "buyer" && role !== "seller") return null;
  const other = role === "buyer" ? terms.seller : terms.buyer;
  const zone = people[other]?.timeZone;
  if (!zone || zone === own) return null;
  return (
    <>
      {t("theirClock", { name: nameOf(people, other) })} <Instant at={terms.deliverFrom} timeZone={zone} />
    </>
  );
}

/** When it happened, and the transaction that proves it. */
function Proof({ event }: { event: EventRow }) {
  const t = useTranslations("deal.timeline");
  return (
    <>
      <Instant at={event.timestamp} /> ·{" "}
      <TextLink href={paths.transaction(event.txHash)} prefetch={false}>
        {t("block", { block: event.block })}
      </TextLink>
    </>
  );
}

function Quote({ children }: { children: string }) {
  return (
    <blockquote className="border-s-2 border-line ps-3 text-[0.9375rem] whitespace-pre-line">{children}</blockquote>
  );
}

function sum(value: unknown): number {
  return Array.isArray(value) ? value.reduce((total: number, part) => total + Number(part), 0) : 0;
}
