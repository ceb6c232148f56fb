/** Why a receipt is refused. */
export type ReceiptProblemCode =
  /** Not UTF-8, not JSON, or only the first half of it. */
  | "not_json"
  /** JSON, but no receipt of a deal. */
  | "not_a_receipt"
  | "wrong_version"
  /** A field is missing, surplus or not of its kind. */
  | "malformed"
  /** A header is not what its block's hash was made of. */
  | "header"
  /** Blocks or transactions are out of order, or say nothing of the deal. */
  | "order"
  /** A transaction or its receipt does not lie in the block. */
  | "proof"
  /** The chain encodes transactions or receipts in a way that is not Ethereum's. */
  | "unknown_encoding"
  /** The contracts are not those of this chain. */
  | "contracts"
  /** The deal's id is not the digest of its terms. */
  | "deal_id"
  /** The events are none that the escrow emits in this order. */
  | "course"
  /** Something written beside the proofs differs from what they prove. */
  | "claim"
  /** Words do not fit their commitment, or belong to no commitment of the deal. */
  | "words"
  /** The same values, but other bytes than a receipt is written in. */
  | "form"
  /** A block hash was asked for that the receipt does not rest on. */
  | "block_hash";

/** A receipt is not to be believed; the message is one sentence that says why. */
export class ReceiptProblem extends Error {
  override readonly name = "ReceiptProblem";
  readonly code: ReceiptProblemCode;

  constructor(code: ReceiptProblemCode, message: string, options?: ErrorOptions) {
    super(tame(message), options);
    this.code = code;
  }
}

const LONGEST = 400;

/**
 * A sentence quotes the file it refuses, which may have been written to say the opposite on somebody's terminal.
 * @returns one line of what can be seen, and no more of it than anybody reads
 */
function tame(message: string): string {
  const cut = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`);
}
