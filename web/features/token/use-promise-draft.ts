"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toMinutes, type Unit } from "#domain/units.ts";
import type { Credit } from "#web/features/token/credit.ts";
import type { Recipient } from "#web/features/token/queries.ts";
import { readAmount } from "#web/features/token/token-amount-field.tsx";
import { useExpiryDay } from "#web/features/token/use-expiry-day.ts";

/** A promise as somebody writes it: every answer given so far, and what is wrong with it. */
export function usePromiseDraft(credit: Credit) {
  const t = useTranslations("token.promise.problem");
  const [unit, setUnit] = useState<Unit>("hour");
  const [text, setText] = useState("1");
  const [expires, setExpires] = useState<"never" | "day">("day");
  const until = useExpiryDay();
  const [to, setTo] = useState<"me" | "member">("me");
  const [recipient, setRecipient] = useState<Recipient | null>(null);

  const amount = readAmount(text);
  const minutes = amount === null ? 0 : toMinutes(amount, unit);
  const tooMuch = minutes > credit.left;
  const expiry = expires === "never" ? 0 : until.expiry;

  const amountProblem = () => {
    if (amount === null) return t("amount");
    return tooMuch ? t("credit") : undefined;
  };
  const dayProblem = () => {
    if (expiry === null) return t("day");
    return expires === "day" && until.past ? t("past") : undefined;
  };
  const problems = {
    amount: amountProblem(),
    day: dayProblem(),
    recipient: to === "member" && !recipient ? t("recipient") : undefined,
  };
  const sound = amount !== null && expiry !== null && Object.values(problems).every((problem) => !problem);

  return {
    unit,
    setUnit,
    text,
    setText,
    expires,
    setExpires,
    day: until.day,
    setDay: until.setDay,
    to,
    setTo,
    recipient,
    setRecipient,
    minutes,
    tooMuch,
    /** Unix seconds, 0 for never, null while the day is missing. */
    expiry,
    problems,
    /** What to promise, once nothing is wrong; `to` is null for oneself. */
    promise: sound ? { unit, amount, expiry, to: to === "member" && recipient ? recipient.address : null } : null,
  };
}
