"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { Address } from "viem";
import type { Action, Role } from "#domain/deal.ts";
import type { DealNames } from "#web/features/deal/consequence.tsx";
import type { StandingConsent } from "#web/features/deal/consents.ts";
import type { DealFacts } from "#web/features/deal/deal-record.ts";
import type { People } from "#web/features/people/queries.ts";
import type { Situation } from "#web/features/deal/situation.ts";

/** What every button and form of a deal's page works with. */
export type ActingOn = DealFacts & {
  who: Address | null;
  role: Role;
  situation: Situation;
  actions: Action[];
  names: DealNames;
  people: People;
  consents: StandingConsent[];
  /** What was agreed in words; null where this reader may not read it. */
  brief: string | null;
  /** Unix seconds. */
  now: number;
};

const Context = createContext<ActingOn | undefined>(undefined);

export function ActingProvider({ deal, children }: { deal: ActingOn; children: ReactNode }) {
  return <Context value={deal}>{children}</Context>;
}

/** @throws outside of an ActingProvider */
export function useActing(): ActingOn {
  const deal = useContext(Context);
  if (!deal) throw new Error("useActing needs an ActingProvider around it");
  return deal;
}
