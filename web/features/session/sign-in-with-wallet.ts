import { getAddress } from "viem";
import { createSiweMessage } from "viem/siwe";
import { signMessage } from "wagmi/actions";
import type { SignInOffer } from "#web/features/session/operations.ts";
import type { WalletAccess } from "#web/features/wallet/wallet-access.ts";
import type { Refusal } from "#web/lib/errors.ts";
import { paths } from "#web/lib/paths.ts";

/** The server said no, with its reason. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Signs the connected account in: asks for a nonce, has the wallet sign the message, hands it in.
 * @param statement the sentence the wallet shows; EIP-4361 admits letters of ASCII alone
 * @throws SignInRefused; what the wallet throws
 */
export async function signInWithWallet({ config, address }: WalletAccess, statement: string): Promise<void> {
  const offer = (await post(paths.signInNonce())) as SignInOffer;
  const message = createSiweMessage({
    address: getAddress(address),
    domain: offer.domain,
    uri: offer.uri,
    chainId: offer.chainId,
    nonce: offer.nonce,
    issuedAt: new Date(offer.issuedAt),
    expirationTime: new Date(offer.expirationTime),
    statement,
    version: "1",
  });
  const signature = await signMessage(config, { account: getAddress(address), message });
  await post(paths.signInVerify(), { message, signature });
}

async function post(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: "POST",
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (response.ok) return response.json();
  const problem = (await response.json().catch(() => undefined)) as Refusal | undefined;
  throw new SignInRefused(problem ?? { code: "unavailable", fields: {} });
}
