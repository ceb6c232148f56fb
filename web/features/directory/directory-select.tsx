"use client";

import { ChevronDown } from "lucide-react";

/** A choice in the directory's form that takes effect at once; without JavaScript, with the next press of Search. */
export function DirectorySelect({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
}) {
  return (
    <span className="relative inline-flex shrink-0">
      <select
        name={name}
        aria-label={label}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className="touch-target min-h-10 max-w-48 appearance-none rounded-full border ps-3.5 pe-8 text-sm font-medium hover:border-edge border-line bg-raised text-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-e-3 top-1/2 size-3.5 -translate-y-1/2 text-soft"
      />
    </span>
  );
}
