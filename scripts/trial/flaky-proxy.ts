import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Seeded } from "./seeded.ts";

/** How a node between the indexer and its chain behaves. */
export type Weather = "fair" | "flaky" | "away";

/** A node that fails as nodes do. */
export type FlakyProxy = {
  url: string;
  weather: Weather;
  /** How many questions it has answered well, and badly. */
  readonly counts: { good: number; bad: number };
  close(): void;
};

const FAILING_PERCENT = 40;
/** Longer than anybody waits who asks every second. */
const SLOW_MS = 4_000;

const KINDS = ["server error", "too many requests", "rpc error", "nonsense", "cut off", "slow"] as const;

/** Stands before a node, on a free port of the loopback. */
export async function startFlakyProxy(rpcUrl: string, random: Seeded): Promise<FlakyProxy> {
  const counts = { good: 0, bad: 0 };

  async function fail(kind: (typeof KINDS)[number], request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    switch (kind) {
      case "server error":
        return void response.writeHead(500).end("something went wrong");
      case "too many requests":
        return void response.writeHead(429).end("too many requests");
      case "rpc error": {
        const { id } = JSON.parse(body) as { id: number };
        const error = { code: -32603, message: "internal error" };
        return void response.end(JSON.stringify({ jsonrpc: "2.0", id, error }));
      }
      case "nonsense":
        return void response.end('{"jsonrpc":"2.0","result');
      case "cut off":
        return void request.socket.destroy();
      case "slow":
        return void setTimeout(() => response.destroy(), SLOW_MS);
    }
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { "content-type": "application/json", connection: "close" };
    const answer = await fetch(rpcUrl, { method: "POST", headers, body: await text(request) });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  }

  const server = createServer((request, response) => {
    const isBad = proxy.weather === "flaky" && random.between(1, 100) <= FAILING_PERCENT;
    if (proxy.weather === "away") return void request.socket.destroy();
    counts[isBad ? "bad" : "good"] += 1;
    const done = isBad ? fail(random.pick(KINDS), request, response) : pass(request, response);
    done.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The proxy has no port.");
  const proxy: FlakyProxy = {
    url: `http://127.0.0.1:${address.port}`,
    weather: "fair",
    counts,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return proxy;
}
