import { ProviderError } from "./provider-error.ts";

/**
 * Passes a question on to the chain's node.
 * @throws ProviderError with the node's own code and data
 */
export async function askNode(node: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const response = await fetch(node, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const answer = (await response.json()) as {
    result?: unknown;
    error?: { code: number; message: string; data?: unknown };
  };
  if (answer.error) throw new ProviderError(answer.error.code, answer.error.message, answer.error.data);
  return answer.result;
}
