"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Control, Controller, type UseFormRegister } from "react-hook-form";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Person } from "#web/components/ui/person.tsx";
import { RadioGroup } from "#web/components/ui/radio-group.tsx";
import type { ListingFormValues } from "#web/features/listing/form-values.ts";
import { RecipientField } from "#web/features/token/recipient-field.tsx";

/** Whose tokens are welcome, and what the choice needs to be told. */
export function WelcomeField({
  control,
  register,
  kind,
  welcome,
  owner,
  problem,
}: {
  control: Control<ListingFormValues>;
  register: UseFormRegister<ListingFormValues>;
  kind: "offer" | "request";
  welcome: ListingFormValues["welcome"];
  /** Whose own promises are welcome anyway, where they give the time. */
  owner: string;
  problem: (field: keyof ListingFormValues) => string | undefined;
}) {
  const t = useTranslations("listing.form");
  return (
    <div className="flex flex-col gap-4">
      <Controller
        control={control}
        name="welcome"
        render={({ field }) => (
          <RadioGroup
            legend={t(`welcome.${kind}`)}
            columns={2}
            value={field.value}
            onValueChange={field.onChange}
            options={(["anyone", "own", "reputation", "members"] as const).map((value) => ({
              value,
              label: t(`welcomes.${value}.label`),
              detail: t(`welcomes.${value}.${kind}`),
            }))}
          />
        )}
      />
      {welcome === "reputation" ? (
        <Field
          label={t("welcomeScore")}
          description={t("welcomeScoreHelp")}
          error={problem("welcomeScore")}
          className="sm:max-w-72"
        >
          <Input {...register("welcomeScore")} inputMode="numeric" autoComplete="off" suffix="/ 100" />
        </Field>
      ) : null}
      {welcome === "members" ? (
        <Controller
          control={control}
          name="welcomeMembers"
          render={({ field }) => (
            <div className="flex flex-col gap-3">
              {field.value.length > 0 ? (
                <ul aria-label={t("welcomeMembers")} className="flex flex-col gap-2">
                  {field.value.map((member) => (
                    <li
                      key={member.address}
                      className="flex items-center justify-between gap-3 rounded-control border border-line px-3 py-1.5"
                    >
                      <Person {...member} size="small" />
                      <button
                        type="button"
                        aria-label={t("welcomeMemberRemove", { name: member.name ?? member.address })}
                        onClick={() => field.onChange(field.value.filter(({ address }) => address !== member.address))}
                        className="inline-flex size-11 items-center justify-center rounded-control text-soft hover:bg-sunk hover:text-ink"
                      >
                        <X aria-hidden="true" className="size-5" />
                      </button>
                    </li>
                  ))}
                </ul>
              ) : null}
              <RecipientField
                label={t("welcomeMemberAdd")}
                chosen={null}
                without={owner}
                error={problem("welcomeMembers")}
                onChoose={(member) => {
                  if (!member || field.value.some(({ address }) => address === member.address)) return;
                  field.onChange([...field.value, member]);
                }}
              />
            </div>
          )}
        />
      ) : null}
    </div>
  );
}
