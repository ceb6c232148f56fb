import { encodeFunctionData, type Hex } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { encodeOpening, type Terms } from "#domain/terms.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { termsTypedData } from "#domain/typed-data.ts";
import { UNITS } from "#domain/units.ts";
import { accountOf, addressOf } from "./accounts.ts";
import type { DemoExchange } from "./exchange.ts";
import { toUnixSeconds } from "./moment.ts";
import { planTaking } from "./plan-offer.ts";
import type { DemoTransaction, Stage } from "./transaction.ts";

/** @returns the seller's signature of the terms. */
export function signTerms({ seller }: Pick<DemoExchange, "seller">, terms: Terms, stage: Stage): Promise<Hex> {
  const { chainId, contracts } = stage;
  return accountOf(seller).signTypedData(termsTypedData(terms, { chainId, escrow: contracts.escrow }));
}

/** @returns the buyer's payment into the escrow, which opens the deal. */
export async function planOpening(exchange: DemoExchange, terms: Terms, stage: Stage): Promise<DemoTransaction> {
  const { buyer, opens, key } = exchange;
  const opening =
    opens.how === "offered" ? await planTaking(exchange, terms, stage) : await encodeSigned(exchange, terms, stage);
  return {
    name: `${key}: open`,
    at: toUnixSeconds(opens.at, stage.now),
    from: buyer,
    to: stage.contracts.token,
    data: opens.how === "minted" ? mintCall(terms, opening, stage) : sendCall(exchange, terms, opening, stage),
  };
}

async function encodeSigned(exchange: DemoExchange, terms: Terms, stage: Stage): Promise<Hex> {
  return encodeOpening(terms, exchange.opens.how === "unsigned" ? "0x" : await signTerms(exchange, terms, stage));
}

function mintCall({ ids, amounts }: Terms, opening: Hex, { contracts }: Stage): Hex {
  const [id, amount] = [ids[0], amounts[0]];
  if (id === undefined || amount === undefined || ids.length > 1) throw new Error("a mint pays with exactly one id");
  const { unit, expiry } = unpackTokenId(id);
  const args = [contracts.escrow, UNITS.indexOf(unit), expiry, amount, opening] as const;
  return encodeFunctionData({ abi: timeTokenAbi, functionName: "mint", args });
}

function sendCall({ buyer }: DemoExchange, { ids, amounts }: Terms, opening: Hex, { contracts }: Stage): Hex {
  const [id, amount] = [ids[0], amounts[0]];
  if (id !== undefined && amount !== undefined && ids.length === 1) {
    const args = [addressOf(buyer), contracts.escrow, id, amount, opening] as const;
    return encodeFunctionData({ abi: timeTokenAbi, functionName: "safeTransferFrom", args });
  }
  const args = [addressOf(buyer), contracts.escrow, ids, amounts, opening] as const;
  return encodeFunctionData({ abi: timeTokenAbi, functionName: "safeBatchTransferFrom", args });
}
