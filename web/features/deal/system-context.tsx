"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { System } from "#web/lib/system.ts";

const Context = createContext<System | undefined>(undefined);

/** Tells every button of a page where our contracts are. */
export function SystemProvider({ system, children }: { system: System; children: ReactNode }) {
  return <Context value={system}>{children}</Context>;
}

/** @throws outside of a SystemProvider */
export function useSystem(): System {
  const system = useContext(Context);
  if (!system) throw new Error("useSystem needs a SystemProvider around it");
  return system;
}
