import {
  type Address,
  BaseError,
  encodeFunctionData,
  type Hex,
  HttpRequestError,
  padHex,
  type PublicClient,
  recoverAddress,
  size,
  slice,
  TimeoutError,
} from "viem";
import { sameAddress } from "#domain/address.ts";
import { AppError } from "#web/lib/errors.ts";

const KEY_SIGNATURE_BYTES = 65;
/** Half the curve's order: OpenZeppelin refuses the upper half, so we do, too. */
const HIGHEST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
/** The whole word, as OpenZeppelin asks for it: the four bytes with anything else behind them are no yes. */
const VALID_ERC1271 = padHex("0x1626ba7e", { dir: "right", size: 32 });

/** Most gas a contract wallet may use to check a signature: several times what deploying one and checking a passkey takes. */
export const MOST_CHECK_GAS = 3_000_000n;

const ERC1271_ABI = [
  {
    type: "function",
    name: "isValidSignature",
    stateMutability: "view",
    inputs: [
      { name: "hash", type: "bytes32" },
      { name: "signature", type: "bytes" },
    ],
    outputs: [{ type: "bytes4" }],
  },
] as const;

/** Asks the chain about strangers' contracts; anything that can call one does. */
export type ContractAsker = Pick<PublicClient, "getCode" | "call">;

/**
 * Whether the contracts will take `signature` as the signer's: the key first, then the account's own code (ERC-1271).
 * The same rule as `Signatures.isSignedBy`, so nothing is stored that the chain would refuse.
 * A wallet that reverts, answers at great length or never comes to an end says no.
 * @param digest an EIP-712 digest
 * @param mostGas what the account's own code may use
 * @throws AppError `unavailable` where the node does not answer
 */
export async function isSignedBy(
  chain: ContractAsker,
  signer: Address,
  digest: Hex,
  signature: Hex,
  mostGas = MOST_CHECK_GAS,
): Promise<boolean> {
  if (await isKeySignature(signer, digest, signature)) return true;
  const data = encodeFunctionData({ abi: ERC1271_ABI, args: [digest, signature] });
  try {
    if (!(await chain.getCode({ address: signer }))) return false;
    const { data: answer } = await chain.call({ to: signer, data, gas: mostGas });
    return answer !== undefined && size(answer) >= 32 && slice(answer, 0, 32) === VALID_ERC1271;
  } catch (cause) {
    if (isUnreachable(cause)) throw new AppError("unavailable", { cause });
    return false;
  }
}

function isUnreachable(cause: unknown): boolean {
  const away = (error: unknown) => error instanceof HttpRequestError || error instanceof TimeoutError;
  return cause instanceof BaseError && cause.walk(away) !== null;
}

async function isKeySignature(signer: Address, digest: Hex, signature: Hex): Promise<boolean> {
  if (size(signature) !== KEY_SIGNATURE_BYTES) return false;
  if (BigInt(`0x${signature.slice(66, 130)}`) > HIGHEST_S) return false;
  try {
    return sameAddress(await recoverAddress({ hash: digest, signature }), signer);
  } catch {
    return false;
  }
}
