import { connectorsForWallets } from "@rainbow-me/rainbowkit";
import { injectedWallet } from "@rainbow-me/rainbowkit/wallets";
import { type Config, createConfig, type CreateConnectorFn, createStorage, http } from "wagmi";
import { type ChainSettings, describeChain } from "#web/lib/chain-settings.ts";

/** Only WalletConnect would need an account with a third party; we offer the wallets this browser has. */
const NO_PROJECT = "none";

/** wagmi for our one chain: wallets announce themselves (EIP-6963), and one that does not is found at `window.ethereum`. */
export async function createWalletConfig(settings: ChainSettings, appName: string): Promise<Config> {
  const chain = describeChain(settings);
  const installed = connectorsForWallets([{ groupName: appName, wallets: [injectedWallet] }], {
    appName,
    projectId: NO_PROJECT,
  });
  return createConfig({
    chains: [chain],
    transports: { [chain.id]: http(settings.rpcUrl) },
    connectors: [...installed, ...(await demoConnectors(settings))],
    multiInjectedProviderDiscovery: true,
    ssr: false,
    storage: createStorage({ storage: window.localStorage, key: "timetoken.wallet" }),
  });
}

/** Written out here, where the bundler sees the constant: built for any other chain, the demo wallet is not in the build. */
async function demoConnectors(settings: ChainSettings): Promise<CreateConnectorFn[]> {
  if (process.env.NEXT_PUBLIC_CHAIN_ID !== "31337") return [];
  const { demoConnector } = await import("#web/features/demo/demo-connector.ts");
  return [demoConnector(settings)];
}
