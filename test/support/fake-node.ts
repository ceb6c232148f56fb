import { createServer } from "node:http";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { AddressInfo } from "node:net";

/** What a node answers to a method; what it throws is the node's error. */
export type Answers = Record<string, (params: never[]) => unknown>;

type Call = { id: number; method: string; params: never[] };

/** A node of which only the answers are real. */
export async function startFakeNode(answers: Answers): Promise<{ rpcUrl: string; stop: () => void }> {
  const answer = async ({ id, method, params }: Call) => {
    try {
      return { jsonrpc: "2.0", id, result: await answers[method]?.(params) };
    } catch (error) {
      return { jsonrpc: "2.0", id, error: { code: -32005, message: String(error) } };
    }
  };
  const server = createServer((request, response) => {
    // Somebody asks for a web socket: this node has none.
    if (request.method !== "POST") return void response.writeHead(405).end();
    void text(request).then(async (body) => {
      const calls = JSON.parse(body) as Call | Call[];
      response.end(JSON.stringify(await (Array.isArray(calls) ? Promise.all(calls.map(answer)) : answer(calls))));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { rpcUrl: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
