import { type Address, type Hex, type PublicClient, verifyMessage } from "viem";
import { AppError } from "#web/lib/errors.ts";

/** Longest a contract wallet may take to say whether a signature is its owner's. */
const CONTRACT_CHECK_MS = 2_000;

/** Reads the chain for contract wallets; anything that can ask one does. */
export type SignatureReader = Pick<PublicClient, "verifyMessage">;

/** What vouches for a signature: the account's own key, or the code of a contract wallet as it is now. */
export type Signer = "key" | "contract";

/**
 * Checks who signed a message: as a plain account first, which needs no node, then as a contract wallet (ERC-1271, or
 * ERC-6492 where it is not deployed yet). A wallet that reverts, answers nonsense or never comes to an end says no.
 * @throws AppError `sign_in_bad_signature`, or `sign_in_signature_timeout` where the node does not answer in time
 */
export async function checkSignature(
  reader: SignatureReader,
  { address, message, signature }: { address: Address; message: string; signature: Hex },
): Promise<Signer> {
  if (await verifyMessage({ address, message, signature }).catch(() => false)) return "key";
  const byContract = await inTime(reader.verifyMessage({ address, message, signature }), CONTRACT_CHECK_MS);
  if (!byContract) throw new AppError("sign_in_bad_signature");
  return "contract";
}

async function inTime(check: Promise<boolean>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("sign_in_signature_timeout")), milliseconds);
  });
  try {
    return await Promise.race([check.catch(unreachable), late]);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(cause: unknown): never {
  throw new AppError("sign_in_signature_timeout", { cause });
}
