"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { toast } from "sonner";
import { onSessionAnnounced, signOut } from "#web/features/session/session-channel.ts";
import { findProvider, type WatchedProvider } from "#web/features/wallet/announced-provider.ts";
import { lastWallet } from "#web/features/wallet/last-wallet.ts";

/** Ends the session at once when the wallet turns to another account, and follows what other tabs do. */
export function SessionGuard({ account }: { account: string | null }) {
  const router = useRouter();
  const t = useTranslations("session");

  useEffect(() => onSessionAnnounced(() => router.refresh()), [router]);

  useEffect(() => {
    const wallet = lastWallet();
    if (account === null || wallet === null) return undefined;

    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      void signOut().then(() => {
        toast.info(t("accountSwitched"));
        router.refresh();
      });
    };
    const watched: WatchedProvider[] = [];
    const onAccounts = (accounts: readonly string[]) => {
      if (accounts[0]?.toLowerCase() !== account) end();
    };
    const stopLooking = findProvider(wallet, (provider) => {
      if (watched.includes(provider)) return;
      watched.push(provider);
      provider.on?.("accountsChanged", onAccounts);
      // A locked wallet names no account: that alone is no switch.
      void provider.request({ method: "eth_accounts" }).then((accounts) => {
        if (accounts.length > 0) onAccounts(accounts);
      });
    });
    return () => {
      ended = true;
      stopLooking();
      for (const provider of watched) provider.removeListener?.("accountsChanged", onAccounts);
    };
  }, [account, router, t]);

  return null;
}
