import type { Address, Hex } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { encodeOpening, type Terms } from "#domain/terms.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { UNITS } from "#domain/units.ts";

/**
 * The one transaction that opens a deal: the payment goes to the escrow with the terms as its data.
 * @param signature the seller's; null opens the deal Pending
 * @param mint whether the buyer's own promise is minted straight into the escrow instead of sent
 */
export function fundingCall(
  terms: Terms,
  { signature, mint, token, escrow }: { signature: Hex | null; mint: boolean; token: Address; escrow: Address },
) {
  const data = encodeOpening(terms, signature ?? "0x");
  const contract = { address: token, abi: timeTokenAbi } as const;
  const [id = 0n, ...others] = terms.ids;
  const [amount = 0n] = terms.amounts;
  if (mint) {
    const { unit, expiry } = unpackTokenId(id);
    return { ...contract, functionName: "mint", args: [escrow, UNITS.indexOf(unit), expiry, amount, data] } as const;
  }
  if (others.length === 0)
    return { ...contract, functionName: "safeTransferFrom", args: [terms.buyer, escrow, id, amount, data] } as const;
  return {
    ...contract,
    functionName: "safeBatchTransferFrom",
    args: [terms.buyer, escrow, [...terms.ids], [...terms.amounts], data],
  } as const;
}
