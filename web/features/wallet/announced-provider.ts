/** The little of EIP-1193 it takes to notice another account. */
export type WatchedProvider = {
  request: (call: { method: "eth_accounts" }) => Promise<readonly string[]>;
  on?: (event: "accountsChanged", listener: (accounts: readonly string[]) => void) => void;
  removeListener?: (event: "accountsChanged", listener: (accounts: readonly string[]) => void) => void;
};

type Announcement = CustomEvent<{ info: { rdns: string }; provider: WatchedProvider }>;

declare global {
  interface Window {
    ethereum?: WatchedProvider;
  }
}

/** What wagmi calls a wallet found at `window.ethereum`. */
const UNANNOUNCED = "injected";

/**
 * Finds a wallet without any library: by its announcement (EIP-6963), or at `window.ethereum`.
 * @param found called for each announcement of that wallet, at once or when it comes
 * @returns stops looking
 */
export function findProvider(connectorId: string, found: (provider: WatchedProvider) => void): () => void {
  if (connectorId === UNANNOUNCED) {
    if (window.ethereum) found(window.ethereum);
    return () => undefined;
  }
  const hear = (event: Event) => {
    const { info, provider } = (event as Announcement).detail;
    if (info.rdns === connectorId) found(provider);
  };
  window.addEventListener("eip6963:announceProvider", hear);
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  return () => window.removeEventListener("eip6963:announceProvider", hear);
}
