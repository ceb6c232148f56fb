"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { signOut } from "#web/features/session/session-channel.ts";
import type { WalletAccess } from "#web/features/wallet/wallet-access.ts";
import { WalletFailure } from "#web/features/wallet/wallet-failure.ts";
import { useWallet } from "#web/features/wallet/wallet-provider.tsx";

/**
 * Opens the wallet of whoever is signed in. A wallet on another account ends the session: what it signed would be
 * somebody else's.
 */
export function useSessionWallet(): () => Promise<WalletAccess> {
  const router = useRouter();
  const { account, settings, load } = useWallet();
  return useCallback(async () => {
    const code = await load();
    const { openWallet } = await import("#web/features/wallet/wallet-access.ts");
    const access = await openWallet(code, settings);
    if (account !== null && access.address !== account) {
      await signOut();
      router.refresh();
      throw new WalletFailure("account_differs");
    }
    return access;
  }, [account, load, router, settings]);
}
