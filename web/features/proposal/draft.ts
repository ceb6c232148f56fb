import { zeroAddress, type Address } from "viem";
import { choosePayment, type Holding, type PaymentChoice } from "#domain/payment.ts";
import { DEFAULT_TERMS, type Windows } from "#domain/terms.ts";
import type { AgreementInput, ExchangeInput } from "#web/features/proposal/schema.ts";
import { fromLocalInput, toLocalInput } from "#web/lib/zoned-time.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** No appeal arbiter, as the form's select says it. */
export const NOBODY = "nobody";

/** The form as it is typed. Days and percents are text, so that they can be empty while typing. */
export type Draft = {
  brief: string;
  note: string;
  hours: string;
  minutes: string;
  /** `datetime-local` values in the viewer's zone. */
  startsAt: string;
  doneBy: string;
  /** The start of a slot chosen from the seller's calendar, in unix seconds: exact also in an hour that comes twice. */
  slotStart: number | null;
  arbiter: string;
  appealArbiter: string;
  acceptDays: string;
  reviewDays: string;
  rulingDays: string;
  appealDays: string;
  feePercent: string;
  silencePercent: string;
  payWith: "held" | "promise";
  /** Ids (decimal) the buyer keeps for something else. */
  kept: readonly string[];
  promiseFor: "year" | "twoYears" | "ever";
};

export type DraftStart = {
  brief: string;
  totalMinutes: number;
  arbiter: string;
  /** Unix seconds; null for none yet. */
  slot: { deliverFrom: number; deliverBy: number } | null;
  /** The time is chosen from the seller's slots; otherwise it is free, and tomorrow at ten to begin with. */
  fromSlots: boolean;
};

/**
 * The form before anything is typed.
 * @param now unix seconds
 * @param timeZone the viewer's
 */
export function startDraft(start: DraftStart, now: number, timeZone: string): Draft {
  const { brief, totalMinutes, arbiter } = start;
  return {
    brief,
    note: "",
    hours: String(Math.floor(totalMinutes / 60)),
    minutes: String(totalMinutes % 60),
    ...startTimes(start, now, timeZone),
    arbiter,
    appealArbiter: NOBODY,
    acceptDays: "3",
    reviewDays: days(DEFAULT_TERMS.reviewWindow),
    rulingDays: days(DEFAULT_TERMS.rulingWindow),
    appealDays: days(DEFAULT_TERMS.appealWindow),
    feePercent: percent(DEFAULT_TERMS.arbiterFeeBps),
    silencePercent: percent(DEFAULT_TERMS.silenceSellerBps),
    payWith: "held",
    kept: [],
    promiseFor: "year",
  };
}

function startTimes(
  { totalMinutes, slot, fromSlots }: DraftStart,
  now: number,
  timeZone: string,
): Pick<Draft, "startsAt" | "doneBy" | "slotStart"> {
  if (fromSlots && slot === null) return NO_TIME;
  const from = slot?.deliverFrom ?? tomorrowAtTen(now, timeZone);
  const by = slot?.deliverBy ?? doneByFor(from, totalMinutes);
  const slotStart = fromSlots ? from : null;
  return { startsAt: toLocalInput(from, timeZone), doneBy: toLocalInput(by, timeZone), slotStart };
}

/** No time chosen yet. */
export const NO_TIME = { startsAt: "", doneBy: "", slotStart: null } as const;

/** @returns what a draft says of its time once a slot is chosen */
export function chooseSlot(
  start: number,
  totalMinutes: number,
  timeZone: string,
): Pick<Draft, "startsAt" | "doneBy" | "slotStart"> {
  return {
    startsAt: toLocalInput(start, timeZone),
    doneBy: toLocalInput(doneByFor(start, totalMinutes), timeZone),
    slotStart: start,
  };
}

/** @returns the last moment to deliver that leaves a day after the time itself. Unix seconds. */
export function doneByFor(startsAt: number, totalMinutes: number): number {
  return startsAt + Math.max(totalMinutes * 60, HOUR) + DAY;
}

/** @returns the price in minutes; NaN while it is no number. */
export function minutesOf({ hours, minutes }: Pick<Draft, "hours" | "minutes">): number {
  return Number(hours || "0") * 60 + Number(minutes || "0");
}

/** @returns the slot in unix seconds; null where a date is not complete. */
export function slotOf(draft: Draft, timeZone: string): { deliverFrom: number; deliverBy: number } | null {
  const deliverFrom = draft.slotStart ?? fromLocalInput(draft.startsAt, timeZone);
  const deliverBy = fromLocalInput(draft.doneBy, timeZone);
  return deliverFrom === null || deliverBy === null ? null : { deliverFrom, deliverBy };
}

/** @returns what the draft's windows are in seconds. */
export function windowsOf(draft: Draft): Windows {
  return {
    appealArbiter: draft.appealArbiter === NOBODY ? zeroAddress : (draft.appealArbiter as Address),
    reviewWindow: seconds(draft.reviewDays),
    rulingWindow: seconds(draft.rulingDays),
    appealWindow: seconds(draft.appealDays),
  };
}

/** @returns the payment out of what the buyer holds and does not keep; null while price or time are not complete. */
export function paymentOf(
  draft: Draft,
  holdings: readonly Holding[],
  { seller, isWelcome, timeZone }: { seller: Address; isWelcome: (issuer: Address) => boolean; timeZone: string },
): PaymentChoice | null {
  const slot = slotOf(draft, timeZone);
  const minutes = minutesOf(draft);
  if (slot === null || !Number.isInteger(minutes) || minutes <= 0) return null;
  const usable = holdings.filter(({ tokenId }) => !draft.kept.includes(String(tokenId)));
  const terms = { deliverBy: slot.deliverBy, ...windowsOf(draft) };
  if (Object.values(terms).some((value) => typeof value === "number" && !Number.isFinite(value))) return null;
  return choosePayment(usable, { minutes, seller, isWelcome, terms });
}

/**
 * Turns the draft into what the server takes; what is not complete arrives there as it is and is refused by field.
 * @param payment null for the seller's side, which leaves the payment open
 * @param now unix seconds
 */
export function inputOf(
  draft: Draft,
  { payment, timeZone, now }: { payment: PaymentChoice | null | "none"; timeZone: string; now: number },
): ExchangeInput {
  const slot = slotOf(draft, timeZone);
  const deliverFrom = slot?.deliverFrom ?? NaN;
  const deliverBy = slot?.deliverBy ?? NaN;
  const agreed = payment === "none" ? null : agreementOf(draft, payment, { deliverFrom, deliverBy, now });
  return { minutes: minutesOf(draft), deliverFrom, deliverBy, brief: draft.brief, note: draft.note, agreement: agreed };
}

function agreementOf(
  draft: Draft,
  payment: PaymentChoice | null,
  { deliverFrom, deliverBy, now }: { deliverFrom: number; deliverBy: number; now: number },
): AgreementInput {
  const answerTime = now + Math.round(Number(draft.acceptDays) * DAY);
  const { reviewWindow, rulingWindow, appealWindow } = windowsOf(draft);
  return {
    arbiter: draft.arbiter,
    appealArbiter: draft.appealArbiter === NOBODY ? null : draft.appealArbiter,
    acceptBy: Math.min(answerTime, Math.max(deliverFrom, now + HOUR), deliverBy - HOUR),
    reviewWindow,
    rulingWindow,
    appealWindow,
    arbiterFeeBps: Math.round(Number(draft.feePercent) * 100),
    silenceSellerBps: Math.round(Number(draft.silencePercent) * 100),
    payment:
      draft.payWith === "promise"
        ? { kind: "promise", expiry: expiryOf(draft.promiseFor, now) }
        : {
            kind: "held",
            ids: payment?.kind === "exact" ? payment.ids.map(String) : [],
            amounts: payment?.kind === "exact" ? payment.amounts.map(String) : [],
          },
  };
}

/** @returns the end of a promise that starts now: the last midnight (UTC) of its years; 0 for never. */
export function expiryOf(promiseFor: Draft["promiseFor"], now: number): number {
  if (promiseFor === "ever") return 0;
  const years = promiseFor === "year" ? 1 : 2;
  return Math.ceil((now + years * 365 * DAY) / DAY) * DAY;
}

function tomorrowAtTen(now: number, timeZone: string): number {
  const day = toLocalInput(now + DAY, timeZone).slice(0, 10);
  return fromLocalInput(`${day}T10:00`, timeZone) ?? now + DAY;
}

function days(windowSeconds: number): string {
  return String(windowSeconds / DAY);
}

function seconds(typed: string): number {
  return typed.trim() === "" ? NaN : Math.round(Number(typed) * DAY);
}

function percent(bps: number): string {
  return String(bps / 100);
}
