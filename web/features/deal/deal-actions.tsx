"use client";

import { useTranslations } from "next-intl";
import type { ActionKind } from "#domain/deal.ts";
import { Button } from "#web/components/ui/button.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { useActing } from "#web/features/deal/action-context.tsx";
import { AmendDialog } from "#web/features/deal/amend-dialog.tsx";
import { RulingForm } from "#web/features/deal/ruling-form.tsx";
import { SettleDialog } from "#web/features/deal/settle-dialog.tsx";
import { PrimaryAction, SecondaryAction, type SimpleKind } from "#web/features/deal/simple-action.tsx";
import { WordsDialog } from "#web/features/deal/words-dialog.tsx";

/** What comes first where several things can be done. */
const PRIMARY: readonly SimpleKind[] = ["poke", "accept", "deliver", "confirm"];

const SIMPLE: readonly ActionKind[] = [
  "accept",
  "decline",
  "withdraw",
  "deliver",
  "confirm",
  "refund",
  "recuse",
  "appeal",
  "concede",
  "poke",
];

/** What this reader can do with the deal, the main thing first with its consequence, the rest behind a question. */
export function DealActions() {
  const { actions } = useActing();
  const open = actions.filter(({ opensAt }) => opensAt === null).map(({ kind }) => kind);
  const primary = PRIMARY.find((kind) => open.includes(kind));
  const ruling = open.includes("rule");
  const others = open.filter((kind) => kind !== primary && kind !== "rule" && kind !== "rate" && kind !== "reply");
  if (!primary && !ruling && others.length === 0) return null;
  return (
    <Card aria-labelledby="act">
      <span id="act" className="sr-only">
        <ActTitle />
      </span>
      {ruling ? <RulingForm /> : primary ? <PrimaryAction kind={primary} /> : null}
      {others.length > 0 ? (
        <div className="mt-2.5 flex flex-col gap-2.5 first:mt-0">
          {others.map((kind) => (
            <OtherAction key={kind} kind={kind} />
          ))}
        </div>
      ) : null}
      <Waiting />
    </Card>
  );
}

function ActTitle() {
  return useTranslations("deal")("act");
}

function OtherAction({ kind }: { kind: ActionKind }) {
  const t = useTranslations("deal.actions");
  switch (kind) {
    case "dispute":
      return (
        <WordsDialog
          kind={kind}
          trigger={
            <Button variant="danger" wide>
              {t("dispute.open")}
            </Button>
          }
        />
      );
    case "submitEvidence":
      return <WordsDialog kind={kind} trigger={<Button wide>{t("submitEvidence.open")}</Button>} />;
    case "settle":
      return <SettleDialog />;
    case "amend":
      return <AmendDialog />;
    default:
      return SIMPLE.includes(kind) ? <SecondaryAction kind={kind as SimpleKind} /> : null;
  }
}

/** What opens by waiting alone, with its moment. */
function Waiting() {
  const { actions, names } = useActing();
  const t = useTranslations("deal.waiting");
  const deliver = actions.find(({ kind, opensAt }) => kind === "deliver" && opensAt !== null);
  if (!deliver?.opensAt) return null;
  return (
    <p className="mt-3 text-sm text-soft">
      {t("deliver", names)} <Instant at={deliver.opensAt} />
    </p>
  );
}
