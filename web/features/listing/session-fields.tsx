"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegister } from "react-hook-form";
import { Disclosure } from "#web/components/ui/disclosure.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import type { ListingFormValues } from "#web/features/listing/form-values.ts";

const FIELDS = { offer: ["duration", "bufferBefore", "bufferAfter"], request: ["duration"] } as const;

/**
 * How long one session takes, and what is kept free around it by who gives the time. All of it may be left empty, and is
 * folded away until somebody wants it; what is filled in or wrong stays in sight.
 */
export function SessionFields({
  kind,
  filled,
  register,
  problem,
}: {
  kind: "offer" | "request";
  /** Something was filled in when the form was opened. */
  filled: boolean;
  register: UseFormRegister<ListingFormValues>;
  problem: (field: keyof ListingFormValues) => string | undefined;
}) {
  const t = useTranslations("listing.form");
  return (
    <Disclosure title={t(`session.${kind}`)} startsOpen={filled} needed={FIELDS[kind].some((field) => problem(field))}>
      <div className="grid gap-6 sm:grid-cols-3">
        {FIELDS[kind].map((field) => (
          <Field key={field} label={t(field)} optional description={t(`${field}Help`)} error={problem(field)}>
            <Input {...register(field)} inputMode="numeric" autoComplete="off" suffix={t("minutesUnit")} />
          </Field>
        ))}
      </div>
    </Disclosure>
  );
}
