import { readEnv } from "./env.ts";
import { reportFailure } from "./failure.ts";
import { prefixedLog } from "./processes/lines.ts";
import { requirePort } from "./processes/ports.ts";
import { DEV_SERVER } from "./stack/places.ts";
import { startStack } from "./stack.ts";

/** `npm run dev`: everything in one terminal, until Ctrl-C or until a part of it dies. */
async function develop(stop: AbortSignal): Promise<void> {
  const { PORT, CHAIN_PORT, RPC_URL, DATABASE_URL, SMTP_URL, ENCRYPTION_KEYS, BLIND_INDEX_KEY } = readEnv();
  await requirePort(PORT, "the pages", "PORT");
  if (RPC_URL === undefined) await requirePort(CHAIN_PORT, "the local chain", "CHAIN_PORT");
  const stack = await startStack({
    webPort: PORT,
    chainPort: CHAIN_PORT,
    rpcUrl: RPC_URL,
    databaseUrl: DATABASE_URL,
    databaseName: DEV_SERVER,
    durable: true,
    web: "development",
    mail: { smtpUrl: SMTP_URL, encryptionKeys: ENCRYPTION_KEYS, blindIndexKey: BLIND_INDEX_KEY },
    demo: true,
    log: prefixedLog(process.stdout),
    signal: stop,
    failing: report,
    mark: (part, ms) => console.log(`launcher ${part} after ${(ms / 1000).toFixed(1)} s`),
  });
  console.log(`Ready: ${stack.origin}`);
  if (stack.mailboxUrl) console.log(`Its mail: ${stack.mailboxUrl}`);
  const end = AbortSignal.any([stop, stack.signal]);
  if (!end.aborted) await new Promise((resolve) => end.addEventListener("abort", resolve));
  await stack.stop();
  if (!stop.aborted) throw stack.signal.reason;
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());

let reported = false;

/** Only the first failure: those after it are consequences, as is everything after a request to stop. */
function report(error: unknown): void {
  if (reported || stop.signal.aborted) return;
  reported = true;
  reportFailure("dev", error);
}

process.on("uncaughtException", (error) => {
  report(error);
  stop.abort();
});

await develop(stop.signal).catch(report);
// What the start was still waiting for need not be waited for.
process.exit();
