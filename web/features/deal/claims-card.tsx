"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { isAddress, type Address } from "viem";
import { hasLapsed } from "#domain/token-id.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import type { ClaimRow } from "#web/features/deal/deal-record.ts";
import { useTokenWords } from "#web/features/deal/payment-pills.tsx";
import { nameOf } from "#web/lib/person-name.ts";
import { isWorking, StepLabel } from "#web/features/deal/simple-action.tsx";
import { useEscrowCall } from "#web/features/deal/use-escrow-call.ts";

/** Payouts a receiver refused: anyone tries again, the owner sends them elsewhere, lapsed ones are cleared. */
export function ClaimsCard({ claims }: { claims: readonly ClaimRow[] }) {
  const t = useTranslations("deal.claims");
  if (claims.length === 0) return null;
  return (
    <Card aria-labelledby="claims">
      <CardHeader id="claims" title={t("title")} />
      <p className="text-sm text-soft">{t("lead")}</p>
      <ul className="mt-3 divide-y divide-line">
        {claims.map((claim) => (
          <Claim key={`${claim.owner} ${claim.tokenId}`} claim={claim} />
        ))}
      </ul>
    </Card>
  );
}

function Claim({ claim: { owner, tokenId, amount } }: { claim: ClaimRow }) {
  const { id, who, people, now } = useActing();
  const t = useTranslations("deal.claims");
  const words = useTokenWords(people);
  const { state, call } = useEscrowCall();
  const lapsed = hasLapsed(tokenId, now);
  const label = t(lapsed ? "clear" : "pay");
  return (
    <li className="flex flex-col gap-3 py-4">
      <p>{t("owed", { name: nameOf(people, owner), token: words(tokenId, amount) })}</p>
      <Button
        pending={isWorking(state.step)}
        onClick={() => void call(label, lapsed ? "lapseClaim" : "payClaim", [id, owner, tokenId])}
      >
        <StepLabel step={state.step}>{label}</StepLabel>
      </Button>
      {owner === who && !lapsed ? <Redirect tokenId={tokenId} /> : null}
    </li>
  );
}

function Redirect({ tokenId }: { tokenId: bigint }) {
  const { id } = useActing();
  const t = useTranslations("deal.claims");
  const { state, call } = useEscrowCall();
  const [to, setTo] = useState("");
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const valid = isAddress(to.trim(), { strict: false });
    setError(valid ? null : t("badAddress"));
    if (valid) await call(t("redirect"), "redirectClaim", [id, tokenId, to.trim() as Address]);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <Field label={t("to")} error={error}>
        <Input value={to} onChange={(event) => setTo(event.target.value)} placeholder="0x…" dir="ltr" />
      </Field>
      <Button type="submit" pending={isWorking(state.step)}>
        <StepLabel step={state.step}>{t("redirect")}</StepLabel>
      </Button>
    </form>
  );
}
