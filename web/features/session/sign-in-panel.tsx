"use client";

import { Wallet } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "#web/components/ui/button.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import type { DemoMember } from "#web/features/demo/queries.ts";
import { type SignInState, useSignIn } from "#web/features/session/use-sign-in.ts";

/** Written out here, where the bundler sees the constant: built for any other chain, no demo key is in the build. */
const DemoMembers =
  process.env.NEXT_PUBLIC_CHAIN_ID === "31337"
    ? dynamic(async () => (await import("#web/features/demo/demo-members.tsx")).DemoMembers)
    : undefined;

/** The two ways in: a wallet of one's own and, on the local chain, a demo member's. */
export function SignInPanel({ next, demoMembers }: { next: string; demoMembers: DemoMember[] }) {
  const t = useTranslations("session");
  const { state, signIn } = useSignIn(next);
  const busy = state.step === "connecting" || state.step === "signing" || state.step === "done";

  return (
    <div className="flex flex-col gap-5">
      <Card className="flex flex-col gap-4">
        <p className="text-soft">{t("signIn.explanation")}</p>
        <Button
          variant="primary"
          wide
          pending={busy}
          onClick={() =>
            void signIn(async (code, settings) => {
              const { chooseWallet } = await import("#web/features/wallet/wallet-access.ts");
              return chooseWallet(code, settings);
            })
          }
        >
          {busy ? null : <Wallet aria-hidden="true" />}
          {t(`signIn.button.${labelOf(state)}`)}
        </Button>
        {state.step === "refused" ? <Notice tone="wrong">{state.sentence}</Notice> : null}
      </Card>
      {DemoMembers && demoMembers.length > 0 ? (
        <Card className="flex flex-col gap-4" aria-labelledby="demo-members">
          <div>
            <h2 id="demo-members" className="text-card">
              {t("demo.title")}
            </h2>
            <p className="mt-1 text-soft">{t("demo.explanation")}</p>
          </div>
          <DemoMembers members={demoMembers} state={state} signIn={signIn} />
        </Card>
      ) : null}
    </div>
  );
}

function labelOf({ step }: SignInState): "idle" | "connecting" | "signing" | "done" {
  return step === "refused" ? "idle" : step;
}
