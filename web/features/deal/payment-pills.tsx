import { useTranslations } from "next-intl";
import { unpackTokenId } from "#domain/token-id.ts";
import { toMinutes } from "#domain/units.ts";
import { useAmountText } from "#web/components/ui/amount.tsx";
import { useInstantText } from "#web/components/ui/instant.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import type { People } from "#web/features/people/queries.ts";
import { nameOf } from "#web/lib/person-name.ts";

export type PaidToken = { tokenId: bigint; amount: bigint };

/** What is paid with: amount, whose promise, until when. */
export function PaymentPills({ tokens, people }: { tokens: readonly PaidToken[]; people: People }) {
  const token = useTokenWords(people);
  return (
    <ul className="flex flex-wrap gap-2">
      {tokens.map(({ tokenId, amount }) => (
        <li key={String(tokenId)} className="max-w-full">
          <Pill>{token(tokenId, amount)}</Pill>
        </li>
      ))}
    </ul>
  );
}

/** @returns "60 min · Lucía · until Mar 2027" for an amount of an id. */
export function useTokenWords(people: People): (tokenId: bigint, amount: bigint) => string {
  const t = useTranslations("deal.payment");
  const when = useInstantText();
  const amountText = useAmountText();
  return (tokenId, amount) => {
    const { issuer, unit, expiry } = unpackTokenId(tokenId);
    const until = expiry === 0 ? t("noEnd") : t("until", { date: when(expiry, "day") });
    const parts = [amountText(toMinutes(amount, unit)), nameOf(people, issuer), until];
    return parts.join(" · ");
  };
}
