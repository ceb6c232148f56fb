import type { DealNames } from "#web/features/deal/consequence.tsx";
import type { DealView } from "#web/features/deal/deal-view.ts";
import { nameOf } from "#web/lib/person-name.ts";

/** @returns what the sentences of a deal call its people, and the role of the reader. */
export function namesOf({ terms, people, role }: Pick<DealView, "terms" | "people" | "role">): DealNames {
  return {
    buyer: nameOf(people, terms.buyer),
    seller: nameOf(people, terms.seller),
    arbiter: nameOf(people, terms.arbiter),
    appealArbiter: nameOf(people, terms.appealArbiter),
    role,
  };
}
