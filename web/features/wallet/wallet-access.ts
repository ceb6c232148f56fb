import type { Address } from "viem";
import { type Config, type Connector } from "wagmi";
import { connect, disconnect, getAccount, reconnect, switchChain } from "wagmi/actions";
import type { ChooseWallet } from "#web/features/wallet/wallet-dialog.tsx";
import { WalletFailure } from "#web/features/wallet/wallet-failure.ts";
import { describeChain, type ChainSettings } from "#web/lib/chain-settings.ts";

/** A connected wallet on our chain. */
export type WalletAccess = { config: Config; address: Address; connectorId: string };

/** The loaded wallet code: wagmi, and the dialog to choose a wallet in. */
export type WalletCode = { config: Config; choose: ChooseWallet };

/**
 * Makes sure a wallet is connected and on our chain: silently where it was before, else by the dialog.
 * @throws WalletFailure `closed` where the member closed the dialog, `wrong_chain` where the wallet stays elsewhere
 */
export async function openWallet({ config, choose }: WalletCode, settings: ChainSettings): Promise<WalletAccess> {
  if (!hasAccount(config)) await reconnect(config);
  if (!hasAccount(config) && !(await choose())) throw new WalletFailure("closed");
  return onOurChain(config, settings);
}

/** Makes sure a wallet of the member's choosing is connected, even where another one was before. */
export async function chooseWallet(code: WalletCode, settings: ChainSettings): Promise<WalletAccess> {
  await leaveWallet(code.config);
  if (!(await code.choose())) throw new WalletFailure("closed");
  return onOurChain(code.config, settings);
}

/**
 * Connects one connector by its id, without the dialog.
 * @param prepare what must happen once the wallet before is let go, and before this one is asked
 */
export async function connectDirectly(
  { config }: WalletCode,
  connectorId: string,
  settings: ChainSettings,
  prepare: () => void,
): Promise<WalletAccess> {
  await leaveWallet(config);
  prepare();
  const connector = config.connectors.find(({ id }: Connector) => id === connectorId);
  if (!connector) throw new WalletFailure("not_loaded");
  await connect(config, { connector });
  return onOurChain(config, settings);
}

/** wagmi's status alone does not tell: it can say "connected" of a wallet it has let go of. */
function hasAccount(config: Config): boolean {
  return getAccount(config).address !== undefined;
}

/** Lets go of the wallet that is connected, if one is. */
async function leaveWallet(config: Config): Promise<void> {
  if (getAccount(config).status !== "disconnected") await disconnect(config);
}

/** One click: the wallet switches to our chain, or adds it first where it does not know it. */
async function onOurChain(config: Config, settings: ChainSettings): Promise<WalletAccess> {
  const chain = describeChain(settings);
  if (getAccount(config).chainId !== chain.id) {
    await switchChain(config, {
      chainId: chain.id,
      addEthereumChainParameter: {
        chainName: chain.name,
        nativeCurrency: chain.nativeCurrency,
        rpcUrls: [...chain.rpcUrls.default.http],
      },
    });
  }
  const { address, chainId, connector } = getAccount(config);
  if (!address || !connector) throw new WalletFailure("closed");
  if (chainId !== chain.id) throw new WalletFailure("wrong_chain");
  return { config, address: address.toLowerCase() as Address, connectorId: connector.id };
}
