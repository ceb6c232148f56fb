import { hexToBigInt, hexToNumber, type Address, type Hex } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { askNode } from "./node.ts";

/** A transaction as a page asks for it (JSON-RPC). */
export type PageTransaction = { from: Address; to?: Address; data?: Hex; value?: Hex; gas?: Hex };

/** Fills in what the page left open, signs, and sends the raw transaction. @returns its hash */
export async function signAndSend(
  account: PrivateKeyAccount,
  transaction: PageTransaction,
  { chainId, node }: { chainId: number; node: string },
): Promise<Hex> {
  const { from, to, data, value = "0x0" } = transaction;
  const [nonce, price, gas] = (await Promise.all([
    askNode(node, "eth_getTransactionCount", [from, "pending"]),
    askNode(node, "eth_gasPrice", []),
    transaction.gas ?? askNode(node, "eth_estimateGas", [{ from, to, data, value }]),
  ])) as [Hex, Hex, Hex];
  const tip = hexToBigInt(price);
  const raw = await account.signTransaction({
    type: "eip1559",
    chainId,
    nonce: hexToNumber(nonce),
    gas: hexToBigInt(gas),
    maxPriorityFeePerGas: tip,
    maxFeePerGas: 2n * tip,
    value: hexToBigInt(value),
    ...(to ? { to } : {}),
    ...(data ? { data } : {}),
  });
  return (await askNode(node, "eth_sendRawTransaction", [raw])) as Hex;
}
