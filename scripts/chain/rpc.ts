const PATIENCE_MS = 10_000;

/**
 * Asks a node one question over JSON-RPC.
 * @throws Error when it cannot be reached or answers with an error
 */
export async function askChain(
  rpcUrl: string,
  method: string,
  params: readonly unknown[] = [],
  patienceMs = PATIENCE_MS,
): Promise<unknown> {
  const response = await fetch(rpcUrl, {
    method: "POST",
    // Nobody else is to inherit a connection that the node closes while it idles.
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    signal: AbortSignal.timeout(patienceMs),
  });
  const answer = (await response.json()) as { result?: unknown; error?: { message: string } };
  if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
  return answer.result;
}
