/** Why a wallet could not be used; each has a sentence `wallet.failure.<code>`. */
export type WalletFailureCode = "closed" | "account_differs" | "wrong_chain" | "not_loaded";

/** Something between the member and the wallet; nothing was signed or sent. */
export class WalletFailure extends Error {
  override readonly name = "WalletFailure";
  readonly code: WalletFailureCode;

  constructor(code: WalletFailureCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** EIP-1193: the member said no. */
const REJECTED = 4001;

/** Whether the member said no, in the wallet or by closing the dialog: no error to shout about. */
export function isRefusalByMember(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof WalletFailure) return cause.code === "closed";
    if (cause.name === "UserRejectedRequestError" || ("code" in cause && cause.code === REJECTED)) return true;
  }
  return false;
}
