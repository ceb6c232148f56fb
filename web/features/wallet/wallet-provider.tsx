"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentType,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Address } from "viem";
import type { Config } from "wagmi";
import type { WalletCode } from "#web/features/wallet/wallet-access.ts";
import type { ChooseWallet } from "#web/features/wallet/wallet-dialog.tsx";
import { WalletFailure } from "#web/features/wallet/wallet-failure.ts";
import type { ChainSettings } from "#web/lib/chain-settings.ts";

type WalletContext = {
  settings: ChainSettings;
  /** Who is signed in; null for nobody. */
  account: Address | null;
  /** Loads the wallet code at the first call; no page loads it before. */
  load: () => Promise<WalletCode>;
};

const Context = createContext<WalletContext | undefined>(undefined);

type Loaded = {
  Dialog: ComponentType<{ config: Config; appName: string; onReady: (choose: ChooseWallet) => void }>;
  config: Config;
  onReady: (choose: ChooseWallet) => void;
};

/** Gives every part of the page a way to the wallet, without any wallet code until somebody takes it. */
export function WalletProvider({
  settings,
  account,
  children,
}: {
  settings: ChainSettings;
  account: Address | null;
  children: ReactNode;
}) {
  const appName = useTranslations("common")("name");
  const { chainId, rpcUrl } = settings;
  const [loaded, setLoaded] = useState<Loaded>();
  const loading = useRef<Promise<WalletCode>>(undefined);

  const load = useCallback(() => {
    loading.current ??= loadCode({ chainId, rpcUrl }, appName, setLoaded).catch((cause: unknown) => {
      loading.current = undefined;
      throw new WalletFailure("not_loaded", { cause });
    });
    return loading.current;
  }, [chainId, rpcUrl, appName]);

  const value = useMemo(() => ({ settings: { chainId, rpcUrl }, account, load }), [chainId, rpcUrl, account, load]);
  return (
    <Context value={value}>
      {children}
      {loaded ? <loaded.Dialog config={loaded.config} appName={appName} onReady={loaded.onReady} /> : null}
    </Context>
  );
}

/** @throws outside of a WalletProvider */
export function useWallet(): WalletContext {
  const context = useContext(Context);
  if (!context) throw new Error("useWallet needs a WalletProvider around it");
  return context;
}

async function loadCode(
  settings: ChainSettings,
  appName: string,
  mount: (loaded: Loaded) => void,
): Promise<WalletCode> {
  const { createWalletConfig, WalletDialog } = await importWalletCode();
  const config = await createWalletConfig(settings, appName);
  return new Promise((resolve) => {
    mount({ Dialog: WalletDialog, config, onReady: (choose) => resolve({ config, choose }) });
  });
}

/** Nobody connects on the server; said so, the bundler leaves all wallet code out of what it compiles for it. */
async function importWalletCode() {
  if (typeof window !== "undefined") {
    const [{ createWalletConfig }, { WalletDialog }] = await Promise.all([
      import("#web/features/wallet/wallet-config.ts"),
      import("#web/features/wallet/wallet-dialog.tsx"),
    ]);
    return { createWalletConfig, WalletDialog };
  }
  throw new WalletFailure("not_loaded");
}
