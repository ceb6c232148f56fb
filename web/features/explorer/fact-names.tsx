import { useTranslations } from "next-intl";
import { FactTime } from "#web/features/explorer/fact-time.tsx";
import type { ComparedFact } from "#web/features/explorer/side-by-side.tsx";
import type { NamedFact } from "#web/features/explorer/transaction-facts.ts";

/** Gives facts their names, and times their form. */
export function useFactNames(facts: readonly NamedFact[]): ComparedFact[] {
  const t = useTranslations("explorer.fact");
  return facts.map((fact) => ({
    ...fact,
    name: t(fact.key),
    ...(fact.key === "time" ? { show: (at) => <FactTime at={Number(at)} /> } : {}),
  }));
}
