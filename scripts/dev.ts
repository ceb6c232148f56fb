import { readEnv } from "./env.ts";
import { Failure, reportFailure } from "./failure.ts";
import { prefixedLog } from "./processes/lines.ts";
import { requirePort } from "./processes/ports.ts";
import { startStack } from "./stack.ts";

/** `npm run dev`: everything in one terminal, until Ctrl-C or until a part of it dies. */
async function develop(stop: AbortSignal): Promise<void> {
  const { PORT, CHAIN_PORT, RPC_URL, DATABASE_URL } = readEnv();
  await requirePort(PORT, "the pages", "PORT");
  if (RPC_URL === undefined) await requirePort(CHAIN_PORT, "the local chain", "CHAIN_PORT");
  const stack = await startStack({
    webPort: PORT,
    chainPort: CHAIN_PORT,
    rpcUrl: RPC_URL,
    databaseUrl: DATABASE_URL,
    databaseName: "dev",
    durable: true,
    web: "development",
    demo: true,
    log: prefixedLog(process.stdout),
    signal: stop,
    mark: (part, ms) => console.log(`launcher ${part} after ${(ms / 1000).toFixed(1)} s`),
  });
  console.log(`Ready: ${stack.origin}`);
  const end = AbortSignal.any([stop, stack.signal]);
  if (!end.aborted) await new Promise((resolve) => end.addEventListener("abort", resolve));
  await stack.stop();
  if (!stop.aborted) throw stack.signal.reason;
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());

try {
  await develop(stop.signal);
} catch (error) {
  if (!(stop.signal.aborted && error instanceof Failure)) reportFailure("dev", error);
}
// What the start was still waiting for need not be waited for.
process.exit();
