const KEY = "timetoken.last-wallet";

/** Remembers which wallet this browser signed in with (a connector's id: the wallet's reverse domain name). */
export function rememberWallet(connectorId: string): void {
  localStorage.setItem(KEY, connectorId);
}

export function lastWallet(): string | null {
  return localStorage.getItem(KEY);
}
