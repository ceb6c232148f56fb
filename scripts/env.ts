import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
/** An empty line in `.env` means the same as none. */
const blankIsUnset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const schema = z.object({
  /** A Postgres of one's own; unset, one is started and kept below this machine. */
  DATABASE_URL: blankIsUnset(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  /** A node of one's own; unset, a local chain is started and lives as long as the launcher. */
  RPC_URL: blankIsUnset(z.url({ protocol: /^https?$/ }).optional()),
  /** The chain that `RPC_URL` must be of, for the indexer's supervisor. */
  CHAIN_ID: blankIsUnset(z.coerce.number().int().positive().optional()),
  /** The port of the pages. */
  PORT: blankIsUnset(port.default(3000)),
  /** The port of the local chain. */
  CHAIN_PORT: blankIsUnset(port.default(8545)),
  /** The first block's time of a local chain, ISO 8601; the launcher sets it for the node it starts. */
  CHAIN_STARTS_AT: blankIsUnset(z.iso.datetime().optional()),
  /** What web is told of mail (web/lib/env.ts); where no server is named, a local stack catches its own mail. */
  SMTP_URL: blankIsUnset(z.string().optional()),
  ENCRYPTION_KEYS: blankIsUnset(z.string().optional()),
  BLIND_INDEX_KEY: blankIsUnset(z.string().optional()),
  /** The browser of the tests, where it is not found by itself. */
  CHROMIUM_PATH: blankIsUnset(z.string().optional()),
  /** Signs the deployment on a chain that is not local. */
  DEPLOYER_KEY: blankIsUnset(
    z
      .string()
      .regex(/^0x[0-9a-fA-F]{64}$/)
      .optional(),
  ),
});

export type ScriptsEnv = z.infer<typeof schema>;

/**
 * The settings of the scripts, from the environment and, where it exists, `.env` at the root.
 * @throws Error naming each setting that is malformed
 */
export function readEnv(): ScriptsEnv {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  throw new Error(`The environment is not right:\n${z.prettifyError(result.error)}`);
}

/** The environment, for a child that inherits it, with what is added to it. The port is the launcher's own affair. */
export function childEnv(added: Record<string, string>): NodeJS.ProcessEnv {
  const { PORT: _, ...inherited } = process.env;
  return { ...inherited, NEXT_TELEMETRY_DISABLED: "1", PONDER_TELEMETRY_DISABLED: "true", ...added };
}
