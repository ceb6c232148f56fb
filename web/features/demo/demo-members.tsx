"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "#web/components/ui/avatar.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { Spinner } from "#web/components/ui/spinner.tsx";
import { chooseDemoMember } from "#web/features/demo/chosen-member.ts";
import { DEMO_CONNECTOR_ID } from "#web/features/demo/demo-connector-id.ts";
import type { DemoMember } from "#web/features/demo/queries.ts";
import type { Connect, SignInState } from "#web/features/session/use-sign-in.ts";

/** The members one can be on the local chain, by name. Signing in goes the same way as with any wallet. */
export function DemoMembers({
  members,
  state,
  signIn,
}: {
  members: DemoMember[];
  state: SignInState;
  signIn: (connect: Connect) => Promise<void>;
}) {
  const t = useTranslations("session.demo");
  const [chosen, setChosen] = useState<number>();
  const busy = state.step === "connecting" || state.step === "signing" || state.step === "done";

  const choose = async (index: number) => {
    setChosen(index);
    await signIn(async (code, settings) => {
      const { connectDirectly } = await import("#web/features/wallet/wallet-access.ts");
      return connectDirectly(code, DEMO_CONNECTOR_ID, settings, () => chooseDemoMember(index));
    });
  };

  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {members.map(({ index, address, name, photoId, arbiter }) => (
        <li key={address}>
          <button
            type="button"
            disabled={busy}
            aria-busy={busy && chosen === index ? true : undefined}
            onClick={() => void choose(index)}
            className="flex min-h-14 w-full items-center gap-3 rounded-control border border-line px-3 text-start font-medium transition-colors hover:border-edge hover:bg-sunk disabled:opacity-60"
          >
            <Avatar address={address} name={name} photoId={photoId} />
            <span className="grow">{name}</span>
            {busy && chosen === index ? <Spinner /> : arbiter ? <Pill>{t("arbiter")}</Pill> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
