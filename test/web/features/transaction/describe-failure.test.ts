import {
  BaseError,
  ContractFunctionExecutionError,
  ContractFunctionRevertedError,
  encodeErrorResult,
  HttpRequestError,
  UserRejectedRequestError,
} from "viem";
import { describe, expect, it } from "vitest";
import { timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { describeFailure, TransactionLost, TransactionReverted } from "#web/features/transaction/describe-failure.ts";
import { WalletFailure } from "#web/features/wallet/wallet-failure.ts";

const notBuyer = encodeErrorResult({
  abi: timeEscrowAbi,
  errorName: "TimeEscrow_NotBuyer",
  args: [`0x${"11".repeat(20)}`, `0x${"22".repeat(20)}`],
});

/** What viem throws when a trial of `safeTransferFrom` ends in `data`. */
function reverted(data: `0x${string}` | undefined) {
  const abi = timeTokenAbi;
  const cause = new ContractFunctionRevertedError({ abi, functionName: "safeTransferFrom", ...(data ? { data } : {}) });
  return new ContractFunctionExecutionError(cause, { abi, functionName: "safeTransferFrom", args: [] });
}

describe("describeFailure", () => {
  it("knows an error of a contract behind the one that was called", () => {
    expect(describeFailure(reverted(notBuyer))).toEqual({ kind: "contract", name: "TimeEscrow_NotBuyer" });
  });
  it.each([
    ["under data", { code: -32603, message: "x", data: notBuyer }],
    ["under data.data", { code: -32603, message: "x", data: { data: notBuyer } }],
    ["under data.originalError.data", { code: -32603, message: "x", data: { originalError: { data: notBuyer } } }],
  ])("finds it where a wallet hides it: %s", (_, thrown) => {
    expect(describeFailure(new BaseError("wallet", { cause: thrown as unknown as Error }))).toEqual({
      kind: "contract",
      name: "TimeEscrow_NotBuyer",
    });
  });
  it("calls a revert without a reason of ours by its name", () => {
    expect(describeFailure(reverted("0xdeadbeef"))).toEqual({ kind: "chain", code: "reverted" });
    expect(describeFailure(reverted(undefined))).toEqual({ kind: "chain", code: "reverted" });
    expect(describeFailure(new TransactionReverted())).toEqual({ kind: "chain", code: "reverted" });
  });
  it("is quiet about a member who said no", () => {
    expect(describeFailure(new UserRejectedRequestError(new Error("no")))).toEqual({ kind: "rejected" });
    expect(describeFailure(Object.assign(new Error("no"), { code: 4001 }))).toEqual({ kind: "rejected" });
    expect(describeFailure(new WalletFailure("closed"))).toEqual({ kind: "rejected" });
  });
  it("tells a chain out of reach from a wallet that acts up", () => {
    expect(describeFailure(new HttpRequestError({ url: "http://127.0.0.1:1" }))).toEqual({
      kind: "chain",
      code: "unreachable",
    });
    expect(describeFailure(new TransactionLost())).toEqual({ kind: "chain", code: "lost" });
    expect(describeFailure(new WalletFailure("account_differs"))).toEqual({ kind: "wallet", code: "account_differs" });
    expect(describeFailure(new Error("?"))).toEqual({ kind: "wallet", code: "unknown" });
    expect(describeFailure("?")).toEqual({ kind: "wallet", code: "unknown" });
  });
});
