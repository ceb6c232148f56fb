/** The codes a wallet refuses with (EIP-1193, EIP-3085, EIP-3326). */
export const PROVIDER_CODES = {
  userRejected: 4001,
  unauthorized: 4100,
  unsupportedMethod: 4200,
  chainDisconnected: 4901,
  unknownChain: 4902,
} as const;

/** A refusal of the wallet's, or the node's answer it passes on. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}
