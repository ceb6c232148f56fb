"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { dealId as idOfTerms } from "#domain/terms.ts";
import { previewEnding } from "#domain/preview.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { dropConsentAction } from "#web/features/deal/actions.ts";
import { Consequence } from "#web/features/deal/consequence.tsx";
import type { StandingConsent } from "#web/features/deal/consents.ts";
import { isWorking, StepLabel } from "#web/features/deal/simple-action.tsx";
import { useSystem } from "#web/features/deal/system-context.tsx";
import { useEscrowCall } from "#web/features/deal/use-escrow-call.ts";
import { paths } from "#web/lib/paths.ts";

/** What a party has signed for the other: the other carries it out, the signer can take it off the page. */
export function ConsentCards() {
  const { consents } = useActing();
  return consents.map((consent) => <ConsentCard key={`${consent.kind} ${consent.signer}`} consent={consent} />);
}

function ConsentCard({ consent }: { consent: StandingConsent }) {
  const { state, terms, who, names, now } = useActing();
  const t = useTranslations(`deal.consent.${consent.kind}`);
  const signer = consent.signer === terms.buyer ? names.buyer : names.seller;
  const own = consent.signer === who;
  return (
    <Card className="border-time">
      <h2 className="mb-2 text-card">{t(own ? "own" : "title", { name: signer })}</h2>
      {consent.note ? <p className="mb-2 border-s-2 border-time ps-3 whitespace-pre-line">{consent.note}</p> : null}
      {consent.kind === "settlement" ? (
        <Consequence
          names={names}
          preview={previewEnding(
            state,
            terms,
            { kind: "settle", sellerMinutes: consent.settlement.sellerMinutes.map(Number) },
            now,
          )}
        />
      ) : (
        <Facts>
          <Fact name={t("starts")} strong>
            <Instant at={consent.newTerms.deliverFrom} />
          </Fact>
          <Fact name={t("doneBy")}>
            <Instant at={consent.newTerms.deliverBy} />
          </Fact>
        </Facts>
      )}
      <p className="mt-2 text-sm text-soft">
        {t("until")}{" "}
        <Instant at={consent.kind === "settlement" ? consent.settlement.validUntil : consent.newTerms.acceptBy} />
      </p>
      <div className="mt-4">{own ? <DropButton kind={consent.kind} /> : <CarryOutButton consent={consent} />}</div>
    </Card>
  );
}

function CarryOutButton({ consent }: { consent: StandingConsent }) {
  const { terms } = useActing();
  const t = useTranslations(`deal.consent.${consent.kind}`);
  const router = useRouter();
  const system = useSystem();
  const { state, call } = useEscrowCall();
  const press = async () => {
    if (consent.kind === "settlement") {
      await call(t("accept"), "settle", [terms, consent.settlement, consent.signature]);
      return;
    }
    const receipt = await call(t("accept"), "amend", [terms, consent.newTerms, consent.signature]);
    if (receipt) router.push(paths.deal(idOfTerms(consent.newTerms, system)));
  };
  return (
    <Button variant="primary" wide pending={isWorking(state.step)} onClick={() => void press()}>
      <StepLabel step={state.step}>{t("accept")}</StepLabel>
    </Button>
  );
}

function DropButton({ kind }: { kind: StandingConsent["kind"] }) {
  const { id } = useActing();
  const t = useTranslations(`deal.consent.${kind}`);
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const press = async () => {
    setWorking(true);
    const dropped = await dropConsentAction({ dealId: id, kind });
    setWorking(false);
    if (!dropped.ok) toast.error(sentences(dropped.refusal.code));
    router.refresh();
  };
  return (
    <Button variant="quiet" wide pending={working} onClick={() => void press()}>
      {t("drop")}
    </Button>
  );
}
