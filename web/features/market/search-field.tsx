"use client";

import { useEffect, useRef } from "react";
import { SEARCH_FIELD_ID } from "#web/components/shell/search-button.tsx";

/** Where one types what one looks for. Whoever comes by ⌘K from another page finds the cursor in it. */
export function SearchField({ label, placeholder, value }: { label: string; placeholder: string; value: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (location.hash === `#${SEARCH_FIELD_ID}`) field.current?.focus();
  }, []);
  return (
    <input
      ref={field}
      id={SEARCH_FIELD_ID}
      type="search"
      name="q"
      maxLength={120}
      autoComplete="off"
      enterKeyHint="search"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      className="min-h-11 min-w-0 flex-1 rounded-xl bg-transparent px-4 text-[1.0625rem] placeholder:text-soft"
    />
  );
}
