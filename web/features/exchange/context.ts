import { type Database, database } from "#web/db/client.ts";
import { chainReader } from "#web/lib/chain.ts";
import type { ContractAsker } from "#web/lib/signature.ts";
import { type System, system } from "#web/lib/system.ts";

/** What agreeing on an exchange, running it and rating it work with. */
export type ExchangeContext = {
  db: Database;
  /** Where contract wallets are asked whether a signature is theirs. */
  chain: ContractAsker;
  /** The contracts that signatures are for. */
  system: System;
};

/** The context of this process. */
export function exchangeContext(): ExchangeContext {
  return { db: database(), chain: chainReader(), system: system() };
}
