import type { Address } from "viem";
import { unpackTokenId } from "#domain/token-id.ts";
import { Failure } from "../../failure.ts";
import type { IssuerRow, MoveKind } from "../rows.ts";
import type { Ledger } from "./ledger.ts";

type Ended = "mintedMinutes" | "redeemedMinutes" | "forgivenMinutes" | "withdrawnMinutes" | "lapsedMinutes";

/** Which kinds of move add to an issuer's record; what is outstanding is what everybody holds. */
const COUNTED: Partial<Record<MoveKind, Ended>> = {
  mint: "mintedMinutes",
  redeem: "redeemedMinutes",
  forgive: "forgivenMinutes",
  withdraw: "withdrawnMinutes",
  lapse: "lapsedMinutes",
};

/**
 * Works out every issuer's promise record, from all moves and from what is held at the end.
 * @throws Failure where minted ≠ held + in escrow + redeemed + forgiven + withdrawn + lapsed
 */
export function derivePromises({ tables, escrow }: Ledger): void {
  for (const { kind, tokenId, minutes, timestamp } of tables.transfer.values()) {
    const column = COUNTED[kind];
    if (column) recordOf(tables.issuer, unpackTokenId(tokenId).issuer, timestamp)[column] += minutes;
  }
  for (const { tokenId, holder, minutes } of tables.holding.values()) {
    const record = recordOf(tables.issuer, unpackTokenId(tokenId).issuer, 0);
    record.outstandingMinutes += minutes;
    if (holder === escrow) record.inEscrowMinutes += minutes;
  }
  for (const record of tables.issuer.values()) {
    const endedMinutes = requireEquation(record);
    const { address: issuer, mintedMinutes, outstandingMinutes, inEscrowMinutes } = record;
    const heldMinutes = outstandingMinutes - inEscrowMinutes;
    const sums = { mintedMinutes, heldMinutes, inEscrowMinutes, endedMinutes, differenceMinutes: 0 };
    tables.promise_check.set(issuer, { issuer, ...sums });
  }
}

function recordOf(issuers: Map<string, IssuerRow>, address: Address, since: number): IssuerRow {
  const known = issuers.get(address);
  if (known) return known;
  const record: IssuerRow = {
    address,
    mintedMinutes: 0,
    outstandingMinutes: 0,
    inEscrowMinutes: 0,
    redeemedMinutes: 0,
    forgivenMinutes: 0,
    withdrawnMinutes: 0,
    lapsedMinutes: 0,
    since,
  };
  issuers.set(address, record);
  return record;
}

/** @returns what ended, in whatever way */
function requireEquation(record: IssuerRow): number {
  const { redeemedMinutes, forgivenMinutes, withdrawnMinutes, lapsedMinutes } = record;
  const ended = redeemedMinutes + forgivenMinutes + withdrawnMinutes + lapsedMinutes;
  if (record.mintedMinutes === record.outstandingMinutes + ended) return ended;
  throw new Failure(
    `The chain's logs do not add up: ${record.address} minted ${record.mintedMinutes} minutes, of which ` +
      `${record.outstandingMinutes} are held and ${ended} ended. Verify with another node, by --rpc.`,
  );
}
