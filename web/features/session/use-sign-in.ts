"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { announceSession } from "#web/features/session/session-channel.ts";
import { rememberWallet } from "#web/features/wallet/last-wallet.ts";
import type { WalletAccess, WalletCode } from "#web/features/wallet/wallet-access.ts";
import { isRefusalByMember, WalletFailure } from "#web/features/wallet/wallet-failure.ts";
import { useWallet } from "#web/features/wallet/wallet-provider.tsx";
import type { ChainSettings } from "#web/lib/chain-settings.ts";
import { paths } from "#web/lib/paths.ts";

/** How the wallet is found: by the dialog, or directly for the demo members. */
export type Connect = (code: WalletCode, settings: ChainSettings) => Promise<WalletAccess>;

export type SignInState =
  { step: "idle" } | { step: "connecting" | "signing" | "done" } | { step: "refused"; sentence: string };

/**
 * Signs in with a wallet and goes to `next`.
 * @param next a path of this site
 */
export function useSignIn(next: string): { state: SignInState; signIn: (connect: Connect) => Promise<void> } {
  const router = useRouter();
  const wallet = useWallet();
  const sentences = useTranslations("errors.app");
  const failures = useTranslations("wallet.failure");
  const t = useTranslations("session");
  const [state, setState] = useState<SignInState>({ step: "idle" });

  const signIn = async (connect: Connect) => {
    setState({ step: "connecting" });
    const { SignInRefused, signInWithWallet } = await import("#web/features/session/sign-in-with-wallet.ts");
    try {
      const access = await connect(await wallet.load(), wallet.settings);
      setState({ step: "signing" });
      await signInWithWallet(access, t("statement"));
      rememberWallet(access.connectorId);
      announceSession();
      setState({ step: "done" });
      router.push(paths.welcome(next));
      router.refresh();
    } catch (error) {
      if (isRefusalByMember(error)) setState({ step: "idle" });
      else if (error instanceof SignInRefused) setState({ step: "refused", sentence: sentences(error.refusal.code) });
      else if (error instanceof WalletFailure) setState({ step: "refused", sentence: failures(error.code) });
      else setState({ step: "refused", sentence: failures("unknown") });
    }
  };

  return { state, signIn };
}
