"use client";

import "@rainbow-me/rainbowkit/styles.css";
import { type Locale, RainbowKitProvider, useConnectModal } from "@rainbow-me/rainbowkit";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { memo, useEffect, useRef, useState } from "react";
import { type Config, useAccount, WagmiProvider } from "wagmi";
import { walletTheme } from "#web/features/wallet/wallet-theme.ts";

/** Opens the list of wallets; answers whether one was connected when it closed. */
export type ChooseWallet = () => Promise<boolean>;

type WalletDialogProps = {
  config: Config;
  appName: string;
  /** Gets the way to open the dialog. */
  onReady: (choose: ChooseWallet) => void;
};

/**
 * RainbowKit's dialog, mounted once somebody wants a wallet. It renders once: wagmi's provider lets go of the connected
 * wallet at each render, and pages are rendered anew whenever the chain has news.
 */
export const WalletDialog = memo(function WalletDialog({ config, ...rest }: WalletDialogProps) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <WagmiProvider config={config} reconnectOnMount={false}>
      <QueryClientProvider client={queryClient}>
        <Dialog {...rest} />
      </QueryClientProvider>
    </WagmiProvider>
  );
});

function Dialog({ appName, onReady }: Omit<WalletDialogProps, "config">) {
  const [theme] = useState(walletTheme);
  const locale = useLocale() as Locale;
  return (
    <RainbowKitProvider theme={theme} locale={locale} modalSize="compact" appInfo={{ appName }}>
      <DialogControl onReady={onReady} />
    </RainbowKitProvider>
  );
}

/** Turns RainbowKit's flags into one promise a caller can wait for. */
function DialogControl({ onReady }: { onReady: (choose: ChooseWallet) => void }) {
  const { connectModalOpen, openConnectModal } = useConnectModal();
  const { isConnected } = useAccount();
  const settle = useRef<((connected: boolean) => void) | undefined>(undefined);
  const open = useRef(openConnectModal);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    open.current = openConnectModal;
  }, [openConnectModal]);

  useEffect(() => {
    onReady(
      () =>
        new Promise((resolve) => {
          settle.current?.(false);
          settle.current = resolve;
          setAsked((count) => count + 1);
        }),
    );
  }, [onReady]);

  useEffect(() => {
    if (asked > 0) open.current?.();
  }, [asked]);

  const wasOpen = useRef(false);
  useEffect(() => {
    if (isConnected || (wasOpen.current && !connectModalOpen)) {
      settle.current?.(isConnected);
      settle.current = undefined;
    }
    wasOpen.current = connectModalOpen;
  }, [connectModalOpen, isConnected]);

  return null;
}
