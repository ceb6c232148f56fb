import { type Abi, BaseError, decodeErrorResult, type Hex, isHex } from "viem";
import {
  arbiterPanelAbi,
  arbiterRegistryAbi,
  offerBookAbi,
  ratingBookAbi,
  timeEscrowAbi,
  timeSwapAbi,
  timeTokenAbi,
} from "#domain/generated/abi.ts";

/** Every error our contracts can answer with: one may come out of a call to another. */
export const CONTRACT_ERRORS = [
  ...timeTokenAbi,
  ...timeEscrowAbi,
  ...offerBookAbi,
  ...ratingBookAbi,
  ...arbiterRegistryAbi,
  ...arbiterPanelAbi,
  ...timeSwapAbi,
].filter((item) => item.type === "error") satisfies Abi;

/**
 * Finds the contract's reason in what viem or a wallet threw.
 * @returns the error's name as in Solidity; undefined where no contract of ours said anything
 */
export function readContractError(error: unknown): string | undefined {
  const data = findRevertData(error);
  if (data === undefined || data === "0x") return undefined;
  try {
    return decodeErrorResult({ abi: CONTRACT_ERRORS, data }).errorName;
  } catch {
    return undefined;
  }
}

/** viem keeps it in `raw` or `data`, wallets in `data`, `data.data` or `data.originalError.data`. */
function findRevertData(error: unknown): Hex | undefined {
  let found: Hex | undefined;
  const look = (cause: unknown): boolean => {
    found ??= asData(read(cause, "raw")) ?? asNestedData(read(cause, "data"));
    return found !== undefined;
  };
  if (error instanceof BaseError) error.walk(look);
  else look(error);
  return found;
}

function asNestedData(value: unknown): Hex | undefined {
  return asData(value) ?? asData(read(value, "data")) ?? asData(read(read(value, "originalError"), "data"));
}

function asData(value: unknown): Hex | undefined {
  // An error is at least its four-byte selector.
  return isHex(value) && value.length >= 10 ? value : undefined;
}

function read(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
