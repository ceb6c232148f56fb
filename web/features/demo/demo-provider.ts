import {
  createPublicClient,
  createWalletClient,
  type EIP1193Parameters,
  type EIP1193RequestFn,
  hexToBigInt,
  http,
  numberToHex,
  type RpcTransactionRequest,
  type TypedDataDefinition,
  type WalletRpcSchema,
} from "viem";
import type { HDAccount } from "viem/accounts";
import { type ChainSettings, describeChain } from "#web/lib/chain-settings.ts";

/** A wallet as pages talk to one (EIP-1193), around one local key. What is no signature goes to the node. */
export function createDemoProvider(account: HDAccount, settings: ChainSettings): { request: EIP1193RequestFn } {
  const chain = describeChain(settings);
  const transport = http(settings.rpcUrl);
  const wallet = createWalletClient({ account, chain, transport });
  const node = createPublicClient({ chain, transport });

  const request = async ({ method, params }: EIP1193Parameters<WalletRpcSchema>): Promise<unknown> => {
    switch (method) {
      case "eth_accounts":
      case "eth_requestAccounts":
        return [account.address];
      case "eth_chainId":
        return numberToHex(chain.id);
      case "personal_sign":
        return account.signMessage({ message: { raw: params[0] } });
      case "eth_signTypedData_v4":
        return account.signTypedData(JSON.parse(params[1]) as TypedDataDefinition);
      case "eth_sendTransaction":
        return wallet.sendTransaction(readTransaction(params[0]));
      default:
        return node.request({ method, params } as Parameters<typeof node.request>[0]);
    }
  };
  return { request: request as EIP1193RequestFn };
}

/** Fees and nonce are left to the node: the page only says what is to happen. */
function readTransaction({ to, data, value, gas }: RpcTransactionRequest) {
  return {
    ...(to ? { to } : {}),
    ...(data ? { data } : {}),
    ...(value === undefined ? {} : { value: hexToBigInt(value) }),
    ...(gas === undefined ? {} : { gas: hexToBigInt(gas) }),
  };
}
