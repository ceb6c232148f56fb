/**
 * Everything an operation can refuse, and what it is in HTTP. The code is stable: tests, clients and the sentence
 * `errors.app.<code>` in each language hold on to it.
 */
export const ERROR_STATUS = {
  invalid_input: 400,
  length_required: 411,
  body_too_large: 413,
  not_signed_in: 401,
  foreign_origin: 403,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_many_requests: 429,
  unavailable: 503,
  handle_taken: 409,
  email_off: 503,
  email_link_over: 410,
  email_taken: 409,
  listing_not_open: 409,
  member_blocked: 409,
  contact_closed: 403,
  proposal_stage: 409,
  proposal_expired: 409,
  slot_taken: 409,
  calendar_broken: 400,
  calendar_too_large: 413,
  photo_refused: 415,
  photo_too_large: 413,
  photo_limit: 409,
  photo_gone: 409,
  payment_missing: 409,
  words_mismatch: 409,
  bad_signature: 400,
  deal_stage: 409,
  ring_decided: 409,
  receipt_encoding: 422,
  sign_in_malformed: 400,
  sign_in_wrong_domain: 401,
  sign_in_wrong_uri: 401,
  sign_in_wrong_chain: 401,
  sign_in_not_yet_valid: 401,
  sign_in_expired: 401,
  sign_in_issued_ahead: 401,
  sign_in_nonce_foreign: 401,
  sign_in_nonce_used: 401,
  sign_in_bad_signature: 401,
  sign_in_signature_timeout: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** What is wrong with one field: the key of a sentence in the messages of the feature the form belongs to. */
export type FieldErrors = Readonly<Record<string, string>>;

/** A refusal that has a sentence for people. Anything else thrown is a fault of ours. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly fields: FieldErrors;
  /** Whole seconds until it makes sense to try again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    {
      fields = {},
      retryAfterSeconds,
      cause,
    }: { fields?: FieldErrors; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause });
    this.code = code;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** What pg says when every connection of the pool is taken for as long as it may wait for one. */
const POOL_EXHAUSTED = "timeout exceeded when trying to connect";
const RETRY_AFTER_SECONDS = 5;

/** @returns the refusal an error is, or amounts to: with no connection to be had, nothing was begun; undefined for a fault */
export function asRefusal(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error) || error.message !== POOL_EXHAUSTED) return undefined;
  return new AppError("unavailable", { retryAfterSeconds: RETRY_AFTER_SECONDS, cause: error });
}

/** A refusal as it travels to the browser. */
export type Refusal = { code: ErrorCode; fields: FieldErrors; retryAfterSeconds?: number | undefined };

/** @returns what the browser may know of `error`; undefined where it is no refusal but a fault */
export function toRefusal(error: unknown): Refusal | undefined {
  const refusal = asRefusal(error);
  if (!refusal) return undefined;
  const { code, fields, retryAfterSeconds } = refusal;
  return { code, fields, retryAfterSeconds };
}
