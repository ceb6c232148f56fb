import { useTranslations } from "next-intl";
import { Instant } from "#web/components/ui/instant.tsx";
import type { ComparedFact } from "#web/features/explorer/side-by-side.tsx";
import type { NamedFact } from "#web/features/explorer/transaction-facts.ts";

/** Gives facts their names, and times their form. */
export function useFactNames(facts: readonly NamedFact[]): ComparedFact[] {
  const t = useTranslations("explorer.fact");
  return facts.map((fact) => ({
    ...fact,
    name: t(fact.key),
    ...(fact.key === "time" ? { show: (at) => <Instant at={Number(at)} /> } : {}),
  }));
}
