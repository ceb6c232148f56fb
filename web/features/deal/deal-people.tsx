import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { isNobody } from "#domain/address.ts";
import { Card } from "#web/components/ui/card.tsx";
import { Person } from "#web/components/ui/person.tsx";
import type { DealView } from "#web/features/deal/deal-view.ts";
import { Span } from "#web/features/deal/span.tsx";
import { paths } from "#web/lib/paths.ts";

/** The two sides, and who decides should they disagree. */
export function DealPeople({ view }: { view: DealView }) {
  const t = useTranslations("deal.people");
  const { terms, role, rulings } = view;
  const person = (address: Address, detail: string) => {
    const known = view.people[address];
    return (
      <Person
        address={address}
        name={known?.name ?? null}
        photoId={known?.photoId}
        score={known?.score ?? null}
        href={paths.member(known?.handle ?? address)}
        detail={detail}
        size="large"
      />
    );
  };
  return (
    <Card as="aside" aria-label={t("label")} className="flex flex-col gap-4">
      {role === "seller" ? null : person(terms.seller, t("gives"))}
      {role === "buyer" ? null : person(terms.buyer, t("pays"))}
      <div className="border-t border-line pt-4">
        <p className="mb-3 text-sm text-soft">
          {t("disagree")} <Span seconds={terms.rulingWindow} />
        </p>
        <div className="flex flex-col gap-3">
          {person(terms.arbiter, t("rules", { count: rulings[terms.arbiter] ?? 0 }))}
          {isNobody(terms.appealArbiter)
            ? null
            : person(terms.appealArbiter, t("appeals", { count: rulings[terms.appealArbiter] ?? 0 }))}
        </div>
        <p className="mt-3 text-sm text-soft">
          {t("fee", { fee: terms.arbiterFeeBps / 100, silence: terms.silenceSellerBps / 100 })}
        </p>
      </div>
    </Card>
  );
}
