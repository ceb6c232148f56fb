import { BaseError, HttpRequestError, InsufficientFundsError, TimeoutError } from "viem";
import { readContractError } from "#web/features/transaction/contract-error.ts";
import { isRefusalByMember, WalletFailure, type WalletFailureCode } from "#web/features/wallet/wallet-failure.ts";

/** Why a transaction or signature did not come about; each has a sentence. */
export type Failure =
  /** The member said no: nothing to explain. */
  | { kind: "rejected" }
  /** `errors.contract.<name>` */
  | { kind: "contract"; name: string }
  /** `wallet.failure.<code>` */
  | { kind: "wallet"; code: WalletFailureCode | "unknown" }
  /** `transaction.failure.<code>` */
  | { kind: "chain"; code: "unreachable" | "no_gas_money" | "reverted" | "lost" };

/** A transaction that was mined and did nothing. */
export class TransactionReverted extends Error {
  override readonly name = "TransactionReverted";
}

/** A transaction the chain does not know: it was never sent on, or the chain is another one now. */
export class TransactionLost extends Error {
  override readonly name = "TransactionLost";
}

/** Sorts what viem, wagmi or a wallet threw. */
export function describeFailure(error: unknown): Failure {
  if (isRefusalByMember(error)) return { kind: "rejected" };
  const name = readContractError(error);
  if (name !== undefined) return { kind: "contract", name };
  if (error instanceof WalletFailure) return { kind: "wallet", code: error.code };
  if (error instanceof TransactionReverted) return { kind: "chain", code: "reverted" };
  if (error instanceof TransactionLost) return { kind: "chain", code: "lost" };
  if (!(error instanceof BaseError)) return { kind: "wallet", code: "unknown" };
  if (error.walk((cause) => cause instanceof InsufficientFundsError)) return { kind: "chain", code: "no_gas_money" };
  if (error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError)) {
    return { kind: "chain", code: "unreachable" };
  }
  if (error.walk((cause) => cause instanceof Error && cause.name === "ContractFunctionExecutionError")) {
    return { kind: "chain", code: "reverted" };
  }
  return { kind: "wallet", code: "unknown" };
}
