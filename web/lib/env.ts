import { z } from "zod";

const url = z.url({ protocol: /^https?$/ });

/** An empty line in `.env` means the same as none. */
const blankIsUnset = <Schema extends z.ZodType>(of: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), of);

const schema = z.object({
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
  /** A bucket for photos, of any storage that speaks S3; without all four of its settings Postgres keeps them. */
  S3_ENDPOINT: blankIsUnset(url.optional()),
  S3_BUCKET: blankIsUnset(z.string().optional()),
  S3_REGION: blankIsUnset(z.string().default("us-east-1")),
  S3_ACCESS_KEY_ID: blankIsUnset(z.string().optional()),
  S3_SECRET_ACCESS_KEY: blankIsUnset(z.string().optional()),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The settings of this process, read from its environment at the first call and the same ever after.
 * @throws a list of what is missing or wrong, before anything is served.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) throw new Error(`The environment is not complete:\n${z.prettifyError(result.error)}`);
  return (parsed = result.data);
}
