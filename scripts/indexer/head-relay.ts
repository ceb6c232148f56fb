import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { followNewest, type Header } from "./new-blocks.ts";

/** Stands in for a node's web socket, as far as new blocks go. */
export type HeadRelay = { url: string; close(): void };

const SUBSCRIPTION = "0x1";

/**
 * Opens a web socket on the loopback that tells the node's newest block to whoever subscribes: at once, whenever it is
 * another one, and again while it is the same. See docs/decisions/0055.
 */
export async function startHeadRelay(rpcUrl: string): Promise<HeadRelay> {
  const over = new AbortController();
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  let newest: Header | null = null;
  const subscribers = new Set<(header: Header) => void>();

  server.on("connection", (socket) => {
    const tell = (result: Header) => socket.send(notice(result));
    socket.on("message", (data: Buffer) => {
      const { id, method } = JSON.parse(data.toString()) as { id: number; method: string };
      socket.send(JSON.stringify({ jsonrpc: "2.0", id, result: SUBSCRIPTION }));
      if (method !== "eth_subscribe") return;
      subscribers.add(tell);
      if (newest) tell(newest);
    });
    socket.on("close", () => subscribers.delete(tell));
    socket.on("error", () => socket.terminate());
  });

  followNewest(rpcUrl, over.signal, (header) => {
    newest = header;
    for (const tell of subscribers) tell(header);
  });

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      over.abort();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function notice(result: Header): string {
  return JSON.stringify({
    jsonrpc: "2.0",
    method: "eth_subscription",
    params: { subscription: SUBSCRIPTION, result },
  });
}
