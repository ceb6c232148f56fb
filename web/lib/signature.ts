import { recoverAddress, size, type Address, type Hex, type PublicClient } from "viem";
import { sameAddress } from "#domain/address.ts";

const KEY_SIGNATURE_BYTES = 65;
/** Half the curve's order: OpenZeppelin refuses the upper half, so we do, too. */
const HIGHEST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const VALID_ERC1271 = "0x1626ba7e";

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

/**
 * Whether the contracts will take `signature` as the signer's: the key first, then the account's own code (ERC-1271).
 * The same rule as `Signatures.isSignedBy`, so nothing is stored that the chain would refuse.
 * @param digest an EIP-712 digest
 */
export async function isSignedBy(
  chain: Pick<PublicClient, "getCode" | "readContract">,
  signer: Address,
  digest: Hex,
  signature: Hex,
): Promise<boolean> {
  if (await isKeySignature(signer, digest, signature)) return true;
  if (!(await chain.getCode({ address: signer }))) return false;
  try {
    const answer = await chain.readContract({
      address: signer,
      abi: ERC1271_ABI,
      functionName: "isValidSignature",
      args: [digest, signature],
    });
    return answer === VALID_ERC1271;
  } catch {
    return false;
  }
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
