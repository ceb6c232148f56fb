import type { ReactNode } from "react";
import { currentSession } from "#web/features/session/current-session.ts";
import { SessionGuard } from "#web/features/session/session-guard.tsx";
import { ResumePending } from "#web/features/transaction/resume-pending.tsx";
import { WalletProvider } from "#web/features/wallet/wallet-provider.tsx";
import { publicChainSettings } from "#web/lib/chain.ts";

/** Gives a page its account: who is signed in, the way to their wallet, and what was pending when they left. */
export async function AccountScope({ children }: { children: ReactNode }) {
  const account = (await currentSession())?.address ?? null;
  return (
    <WalletProvider settings={publicChainSettings()} account={account}>
      <SessionGuard account={account} />
      <ResumePending />
      {children}
    </WalletProvider>
  );
}
