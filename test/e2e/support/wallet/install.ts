import type { BrowserContext } from "@playwright/test";
import { announceWallet, WALLET_BINDING, WALLET_EVENT, WALLET_INFO, type WalletAnswer } from "./page-provider.ts";
import { ProviderError } from "./provider-error.ts";
import { Wallet, type WalletOptions } from "./wallet.ts";

/** Puts a wallet into every page of a browser. */
export async function installWallet(context: BrowserContext, options: Omit<WalletOptions, "emit">): Promise<Wallet> {
  const emit: WalletOptions["emit"] = async (name, value) => {
    const tell = ({ event, detail }: { event: string; detail: unknown }) =>
      void window.dispatchEvent(new CustomEvent(event, { detail }));
    await Promise.all(
      context.pages().map((page) => page.evaluate(tell, { event: WALLET_EVENT, detail: { name, value } })),
    );
  };
  const wallet = new Wallet({ ...options, emit });
  const answer = async (_: unknown, call: { method: string; params: readonly unknown[] }): Promise<WalletAnswer> => {
    try {
      return { result: await wallet.request(call.method, call.params) };
    } catch (error) {
      if (!(error instanceof ProviderError)) return { error: { code: -32_603, message: String(error) } };
      return { error: { code: error.code, message: error.message, data: error.data } };
    }
  };
  await context.exposeBinding(WALLET_BINDING, answer);
  await context.addInitScript(announceWallet, { binding: WALLET_BINDING, event: WALLET_EVENT, info: WALLET_INFO });
  return wallet;
}
