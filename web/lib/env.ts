import { z } from "zod";
import { type KeyRing, KeyRingError, parseKey, parseKeyRing } from "#web/lib/key-ring.ts";

const url = z.url({ protocol: /^https?$/ });

/** An empty line in `.env` means the same as none. */
const blankIsUnset = <Schema extends z.ZodType>(of: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), of);

/** Reads keys, and says what is wrong with them where something is. */
const keysRead = <Keys>(read: (text: string) => Keys) =>
  z.string().transform((text, context) => {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof KeyRingError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  });

const settings = z.object({
  /** Postgres; its schema `app` is written here, its schema `chain` by the indexer. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Where people reach this site: scheme, host and port, without a path. */
  APP_ORIGIN: url.transform((value) => new URL(value).origin).default("http://localhost:3000"),
  CHAIN_ID: z.coerce.number().int().positive().default(31337),
  /** The node as the server reaches it. */
  RPC_URL: url.default("http://127.0.0.1:8545"),
  /** The node as browsers reach it; the same one unless set. */
  PUBLIC_RPC_URL: url.optional(),
  /** How many proxies of our own stand before this server and add to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().nonnegative().default(0),
  /** A bucket for photos, of any storage that speaks S3: all four of its settings, or none. */
  S3_ENDPOINT: blankIsUnset(url.optional()),
  S3_BUCKET: blankIsUnset(z.string().optional()),
  S3_REGION: blankIsUnset(z.string().default("us-east-1")),
  S3_ACCESS_KEY_ID: blankIsUnset(z.string().optional()),
  S3_SECRET_ACCESS_KEY: blankIsUnset(z.string().optional()),
  /** Where photos go: the bucket where there is one, unless this says otherwise. The other one is still read. */
  PHOTO_STORE: blankIsUnset(z.enum(["postgres", "s3"]).optional()),
  /** What e-mail addresses are encrypted with: `id:key,id:key`, the newest first, each key 32 bytes in base64. */
  ENCRYPTION_KEYS: blankIsUnset(keysRead<KeyRing>(parseKeyRing).optional()),
  /** Marks encrypted values so that they can be looked up: 32 bytes in base64, never to be changed. */
  BLIND_INDEX_KEY: blankIsUnset(keysRead((text) => parseKey(text, "the key")).optional()),
  /** The server mails are handed to; without it the site sends none. */
  SMTP_URL: blankIsUnset(z.url({ protocol: /^smtps?$/ }).optional()),
  /** Whom mails are from: `Name <address>` or an address. */
  MAIL_FROM: blankIsUnset(
    z
      .string()
      .regex(/^(?:[^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
      .optional(),
  ),
  /** Where mail that goes nowhere can be read. The launcher sets it beside its own local chain, and nobody else. */
  MAILBOX_URL: blankIsUnset(url.optional()),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

const BUCKET = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

const schema = settings.superRefine((value, context) => {
  const asksForBucket = value.PHOTO_STORE === "s3" ? "PHOTO_STORE" : BUCKET.find((name) => value[name] !== undefined);
  for (const name of BUCKET) {
    if (asksForBucket && value[name] === undefined)
      context.addIssue({ code: "custom", path: [name], message: `needed where ${asksForBucket} is set` });
  }
  for (const name of ["ENCRYPTION_KEYS", "BLIND_INDEX_KEY", "MAIL_FROM"] as const) {
    if (value.SMTP_URL !== undefined && value[name] === undefined)
      context.addIssue({ code: "custom", path: [name], message: "needed where SMTP_URL is set" });
  }
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The settings of this process, read from its environment at the first call and the same ever after.
 * @throws a list of what is missing or wrong, before anything is served.
 */
export function env(): Env {
  return (parsed ??= parseEnv(process.env));
}

/** @throws a list of what is missing or wrong; no secret stands in it */
export function parseEnv(environment: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(environment);
  if (!result.success) throw new Error(`The environment is not complete:\n${z.prettifyError(result.error)}`);
  return result.data;
}
