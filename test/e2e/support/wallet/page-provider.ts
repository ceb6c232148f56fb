/** What crosses from the page to the wallet and back; errors as data, since only their message would survive. */
export type WalletAnswer = { result: unknown } | { error: { code: number; message: string; data?: unknown } };

export const WALLET_BINDING = "__askWallet";
export const WALLET_EVENT = "test-wallet:event";

/** How the wallet introduces itself (EIP-6963). */
export const WALLET_INFO = {
  uuid: "0b3c6a4e-58d1-4f0e-9f5c-6f3d2c1b7a90",
  name: "Pocket Watch",
  rdns: "test.timetoken.pocket-watch",
  icon: `data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#b4552d"/></svg>',
  )}`,
};

/**
 * Runs in the page before any script of its own: an EIP-1193 provider, announced as EIP-6963 says. It holds no key and
 * decides nothing.
 */
export function announceWallet({ binding, event, info }: { binding: string; event: string; info: typeof WALLET_INFO }) {
  type Listener = (value: unknown) => void;
  const ask = (window as unknown as Record<string, (call: unknown) => Promise<WalletAnswer>>)[binding];
  const listeners = new Map<string, Set<Listener>>();

  const provider = {
    async request(call: { method: string; params?: unknown }): Promise<unknown> {
      if (!ask) throw new Error("The wallet is not there");
      const answer = await ask({ method: call.method, params: call.params ?? [] });
      if ("result" in answer) return answer.result;
      const { code, message, data } = answer.error;
      throw Object.assign(new Error(message), { code, data });
    },
    on(name: string, listener: Listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
      return provider;
    },
    removeListener(name: string, listener: Listener) {
      listeners.get(name)?.delete(listener);
      return provider;
    },
  };

  window.addEventListener(event, (happened) => {
    const { name, value } = (happened as CustomEvent<{ name: string; value: unknown }>).detail;
    for (const listener of [...(listeners.get(name) ?? [])]) listener(value);
  });
  const announce = () => {
    const detail = Object.freeze({ info: Object.freeze({ ...info }), provider });
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  };
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
