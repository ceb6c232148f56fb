import { deployOnFreshChain } from "./chain/fresh-deployment.ts";
import { LOCAL_CHAIN } from "./chain/local.ts";
import { localUrl, startLocalNode } from "./chain/node.ts";
import { createFamily, type Family } from "./processes/family.ts";
import { freePort } from "./processes/ports.ts";
import { dropDatabase, dropIndex, ensureDatabase, requireUnused } from "./postgres/database.ts";
import { startPostgres } from "./postgres/server.ts";
import { requireContracts } from "./stack/contracts.ts";
import { DEMO_DAYS, seedDemoApp, seedDemoChain } from "./stack/demo.ts";
import { trustDevCache } from "./stack/dev-cache.ts";
import { startIndexer, waitForIndex } from "./stack/indexer.ts";
import { type MailSettings, prepareMail } from "./stack/mail.ts";
import { databaseFor } from "./stack/places.ts";
import { compileFirstPage, startWeb, waitForPage, type WebMode } from "./stack/web.ts";
import { startWorker } from "./stack/worker.ts";

export interface StackOptions {
  /** The port of the pages; a free one unless given. */
  webPort?: number;
  /** The port of a local chain; a free one unless given. */
  chainPort?: number;
  /** A node of one's own, whose chain outlives this stack: nothing is started, dropped or seeded for it. */
  rpcUrl?: string | undefined;
  /** A Postgres of one's own: its schema `app` is kept. */
  databaseUrl?: string | undefined;
  /** Names the folder of a database started here. */
  databaseName: string;
  /** Whether a database started here must survive a crash of the machine. */
  durable: boolean;
  web: WebMode;
  /** What the environment says of mail; unset, a stack with a chain and a database of its own catches its mail. */
  mail?: MailSettings;
  /** Lets the demo community live on a fresh chain. */
  demo: boolean;
  log: (name: string, line: string) => void;
  /** Stops the start, and ends what was started. */
  signal?: AbortSignal;
  /** Told why the start fails, before the end of what was started makes other things fail. */
  failing?: (error: unknown) => void;
  /** Told how long each part took, in milliseconds since the start. */
  mark?: (part: string, ms: number) => void;
}

export interface Stack {
  /** Where the pages are, without a slash at the end. */
  origin: string;
  rpcUrl: string;
  databaseUrl: string;
  /** Where mail that goes nowhere can be read; null where there is none. */
  mailboxUrl: string | null;
  /** Aborted, with a Failure as its reason, as soon as one of its parts dies or it is stopped. */
  signal: AbortSignal;
  /** Ends everything that was started; returns when nothing of it is left. */
  stop(): Promise<void>;
}

/**
 * Brings up the whole system, and answers when its first page shows indexed data.
 * @throws Failure when a part cannot start or dies on the way; nothing is left running then
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const family = createFamily(options.log);
  const fresh = options.rpcUrl === undefined;
  const mail = await prepareMail(options.mail ?? {}, fresh && options.databaseUrl === undefined);
  const stopEarly = () => void family.end();
  options.signal?.addEventListener("abort", stopEarly);
  try {
    const places = await Promise.race([bringUp(family, options, mail.env), rejectionOf(family.signal)]);
    const stop = async () => {
      const endsWell = !family.signal.aborted;
      await family.end();
      await mail.stop();
      if (endsWell && options.web === "development") await trustDevCache();
    };
    return { ...places, mailboxUrl: mail.mailboxUrl, signal: family.signal, stop };
  } catch (error) {
    options.failing?.(error);
    await family.end();
    await mail.stop();
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", stopEarly);
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

async function bringUp(
  family: Family,
  options: StackOptions,
  mail: Record<string, string>,
): Promise<Pick<Stack, "origin" | "rpcUrl" | "databaseUrl">> {
  const begun = performance.now();
  const mark = (part: string) => options.mark?.(part, Math.round(performance.now() - begun));
  const fresh = options.rpcUrl === undefined;
  // The chain is to arrive at this instant after the demo's history.
  const now = Math.floor(Date.now() / 1000);
  const place = await placeChain(options);
  const webPort = options.webPort ?? (await freePort());
  const origin = `http://localhost:${webPort}`;

  // Two cores have enough to do: what takes long to load begins as soon as it knows where everything will be.
  const database = prepareDatabase(family, options, fresh).then((url) => (mark("postgres"), url));
  const chain = prepareChain(family, options, place, now).then(() => mark("chain"));
  const surroundings = database.then((url) => ({
    DATABASE_URL: url,
    RPC_URL: place.rpcUrl,
    CHAIN_ID: String(place.chainId),
    APP_ORIGIN: origin,
    ...mail,
  }));
  const seeding = options.demo && fresh;
  const history = chain
    .then(() => (seeding ? seedDemoChain(place.rpcUrl, now) : nothing()))
    .then(() => mark("demo chain"));
  const [databaseUrl] = await together(
    database,
    surroundings
      .then((env) => startWeb(family, { mode: options.web, port: webPort, env }))
      .then(() => mark("web"))
      .then(() => (options.web === "development" ? compileFirstPage(family, origin) : nothing())),
    database.then((url) => (seeding ? seedDemoApp(url, now) : nothing())).then(() => mark("demo app")),
    // The indexer fills itself from a whole history with less work than it has in following it block by block.
    history.then(async () => startIndexer(family, await surroundings)),
    chain.then(async () => startWorker(family, await surroundings)),
  );
  await waitForIndex(family, { databaseUrl, rpcUrl: place.rpcUrl });
  mark("index");
  await waitForPage(family, origin);
  mark("first page");
  return { origin, rpcUrl: place.rpcUrl, databaseUrl };
}

interface ChainPlace {
  rpcUrl: string;
  chainId: number;
  /** Where a chain of our own is to listen; none where somebody else's is used. */
  port?: number;
}

/** @throws Failure where somebody else's node does not answer, or our contracts do not stand there */
async function placeChain({ rpcUrl, chainPort }: StackOptions): Promise<ChainPlace> {
  if (rpcUrl !== undefined) return { rpcUrl, chainId: await requireContracts(rpcUrl) };
  const port = chainPort ?? (await freePort());
  return { rpcUrl: localUrl(port), chainId: LOCAL_CHAIN.id, port };
}

async function prepareDatabase(family: Family, options: StackOptions, fresh: boolean): Promise<string> {
  const { migrate, migrateJobs } = await import("#web/db/migrate.ts");
  let url = options.databaseUrl;
  if (url === undefined) {
    const server = await startPostgres(family, { name: options.databaseName, durable: options.durable });
    url = server.url(databaseFor(fresh));
    if (fresh && server.reused) await requireUnused(url, family.signal);
    if (fresh) await dropDatabase(url);
    await ensureDatabase(url);
  } else if (fresh) {
    await dropIndex(url);
  }
  await migrate(url);
  await migrateJobs(url);
  return url;
}

async function prepareChain(family: Family, options: StackOptions, { rpcUrl, port }: ChainPlace, now: number) {
  if (port === undefined) return;
  const startsAt = new Date((options.demo ? now - DEMO_DAYS * 86_400 : now) * 1000);
  await startLocalNode(family, { port, startsAt });
  await deployOnFreshChain(rpcUrl);
  await requireContracts(rpcUrl);
}

async function nothing(): Promise<void> {}

/** Like Promise.all, but what fails last is not an unhandled rejection. */
function together<const T extends readonly Promise<unknown>[]>(
  ...work: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  for (const each of work) each.catch(() => undefined);
  return Promise.all(work);
}
