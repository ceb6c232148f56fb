"use client";

import { useTimeZone, useTranslations } from "next-intl";
import type { Address } from "viem";
import { Amount } from "#web/components/ui/amount.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { minutesOf, slotOf, type Draft } from "#web/features/proposal/draft.ts";

/** Who gives and who gets, and what silence does: what the proposal comes to in a few lines. */
export function TermsSummary({
  draft,
  viewer,
  buyer,
  seller,
  people,
}: {
  draft: Draft;
  viewer: "buyer" | "seller";
  buyer: Address;
  seller: Address;
  people: People;
}) {
  const t = useTranslations("proposal.summary");
  const timeZone = useTimeZone() ?? "UTC";
  const minutes = minutesOf(draft);
  const slot = slotOf(draft, timeZone);
  const names = { buyer: nameOf(people, buyer), seller: nameOf(people, seller), role: viewer };
  return (
    <>
      <Facts>
        <Fact name={t("pays", names)} strong>
          {Number.isInteger(minutes) && minutes >= 0 ? <Amount minutes={minutes} /> : "–"}
        </Fact>
        <Fact name={t("starts")}>{slot ? <Instant at={slot.deliverFrom} /> : "–"}</Fact>
        <Fact name={t("doneBy")}>{slot ? <Instant at={slot.deliverBy} /> : "–"}</Fact>
      </Facts>
      <p className="mt-3 text-sm text-soft">{t("silence", names)}</p>
    </>
  );
}
