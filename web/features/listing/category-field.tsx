"use client";

import { useTranslations } from "next-intl";
import { topCategory } from "#domain/category.ts";
import { Field } from "#web/components/ui/field.tsx";
import { Select } from "#web/components/ui/select.tsx";
import { CATEGORIES, partsOf } from "#web/features/listing/categories.ts";
import { useCategoryName } from "#web/features/listing/use-category-name.ts";

/** A category in two steps: a top one, then what of it comes closest, or nothing of it. */
export function CategoryField({
  value,
  onChange,
  error,
}: {
  /** The key; empty while nothing is chosen. */
  value: string;
  onChange: (key: string) => void;
  error: string | undefined;
}) {
  const t = useTranslations("listing.form");
  const nameOf = useCategoryName();
  const top = topCategory(value);
  const parts = partsOf(top).map((key) => ({ value: key, label: nameOf(key) }));
  return (
    <div className="grid gap-6 *:min-w-0 sm:grid-cols-2">
      <Field label={t("category")} error={error}>
        <Select
          value={top}
          onValueChange={(next) => {
            if (next !== top) onChange(next);
          }}
          options={CATEGORIES.map(({ key }) => ({ value: key, label: nameOf(key) }))}
        />
      </Field>
      {parts.length > 0 ? (
        <Field label={t("categoryPart")} description={t("categoryPartHelp")}>
          <Select
            value={value}
            onValueChange={onChange}
            options={[...parts, { value: top, label: t("categoryElse", { category: nameOf(top) }) }]}
          />
        </Field>
      ) : null}
    </div>
  );
}
