import { getAddress } from "viem";
import { createConnector, type CreateConnectorFn } from "wagmi";
import { chosenDemoMember, forgetDemoMember } from "#web/features/demo/chosen-member.ts";
import { demoAccount } from "#web/features/demo/demo-account.ts";
import { createDemoProvider } from "#web/features/demo/demo-provider.ts";
import { DEMO_CONNECTOR_ID } from "#web/features/demo/demo-connector-id.ts";
import type { ChainSettings } from "#web/lib/chain-settings.ts";

/** A wallet without an extension: the key of the demo member chosen in this browser. For the local chain alone. */
export function demoConnector(settings: ChainSettings): CreateConnectorFn {
  const chosen = () => {
    const index = chosenDemoMember();
    if (index === undefined) throw new Error("No demo member was chosen");
    return demoAccount(index);
  };

  return createConnector(({ emitter }) => ({
    id: DEMO_CONNECTOR_ID,
    name: "Demo member",
    type: "demo",
    // The type of `accounts` follows a flag of the caller's that only wallets with capabilities know.
    connect: () => promise(() => ({ accounts: [getAddress(chosen().address)] as never, chainId: settings.chainId })),
    disconnect: () => promise(forgetDemoMember),
    getAccounts: () => promise(() => [getAddress(chosen().address)]),
    getChainId: () => Promise.resolve(settings.chainId),
    getProvider: () => promise(() => createDemoProvider(chosen(), settings)),
    isAuthorized: () => promise(() => chosenDemoMember() !== undefined),
    onAccountsChanged: (accounts) => emitter.emit("change", { accounts: accounts.map((value) => getAddress(value)) }),
    onChainChanged: (chainId) => emitter.emit("change", { chainId: Number(chainId) }),
    onDisconnect: () => emitter.emit("disconnect"),
  }));
}

/** What wagmi waits for; an error becomes a rejection. */
function promise<Value>(read: () => Value): Promise<Value> {
  return new Promise((resolve) => resolve(read()));
}
