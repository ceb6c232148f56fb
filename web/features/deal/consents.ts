import { eq } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Database } from "#web/db/client.ts";
import { consent } from "#web/db/schema/consent.ts";
import { payloadFromJson, type ConsentPayload } from "#web/features/deal/consent-payload.ts";
import type { DealFacts } from "#web/features/deal/deal-record.ts";
import { standingRuling } from "#web/features/deal/standing-ruling.ts";

/** A signature one party gave for the other to carry out, as long as the escrow would still take it. */
export type StandingConsent = ConsentPayload & { signer: Address; note: string; signature: Hex };

/**
 * @param now unix seconds
 * @returns the consents of a deal that still count
 */
export async function latestConsents(db: Database, facts: DealFacts, now: number): Promise<StandingConsent[]> {
  const rows = await db.select().from(consent).where(eq(consent.dealId, facts.id));
  return rows
    .map(({ kind, payload, signer, note, signature }) => ({
      ...payloadFromJson(kind, payload),
      signer,
      note,
      signature,
    }))
    .filter((standing) => stillCounts(standing, facts, now));
}

function stillCounts(standing: ConsentPayload, { state }: DealFacts, now: number): boolean {
  if (state.status === "closed") return false;
  if (standing.kind === "amendment") return state.status === "active" && now <= standing.newTerms.acceptBy;
  return standing.settlement.ruling === standingRuling(state.ruling) && now <= standing.settlement.validUntil;
}
