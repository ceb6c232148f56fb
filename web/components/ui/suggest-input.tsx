"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { CONTROL_STYLE } from "#web/components/ui/control-style.ts";

/** Something to choose instead of typing it out. */
export type Suggestion = { key: string; label: string; detail?: ReactNode; icon?: ReactNode };

/**
 * One line of text with suggestions as one types: arrows and Enter choose, Escape closes, and what is not suggested can
 * be typed all the same. Inside a Field it takes label, description and error from it.
 */
export function SuggestInput<Item extends Suggestion>({
  value,
  onType,
  onPick,
  items,
  label,
  className = CONTROL_STYLE,
  ...rest
}: {
  value: string;
  onType: (text: string) => void;
  onPick: (item: Item) => void;
  items: readonly Item[];
  /** Outside a Field. */
  label?: string | undefined;
  /** A face other than that of any field. */
  className?: string | undefined;
} & Pick<
  ComponentProps<"input">,
  "name" | "type" | "enterKeyHint" | "maxLength" | "placeholder" | "onBlur" | "onKeyDown" | "ref" | "id"
>) {
  const t = useTranslations("ui.suggest");
  return (
    <Autocomplete.Root
      items={items}
      // The suggestions are chosen already.
      mode="none"
      value={value}
      onValueChange={(text, { reason }) => {
        if (reason !== "item-press") onType(text);
      }}
      itemToStringValue={({ label: text }: Item) => text}
    >
      <Autocomplete.Input {...rest} aria-label={label} dir="auto" className={className} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={6} className="z-60 outline-none">
          <Autocomplete.Popup className="max-h-[min(22rem,var(--available-height))] w-(--anchor-width) min-w-56 overflow-y-auto rounded-card border border-line bg-raised p-1.5 text-ink shadow-float outline-none data-empty:hidden">
            <Autocomplete.Status className="sr-only">{t("count", { count: items.length })}</Autocomplete.Status>
            <Autocomplete.List aria-label={t("list")}>
              {(item: Item) => (
                <Autocomplete.Item
                  key={item.key}
                  value={item}
                  onClick={() => onPick(item)}
                  className="flex min-h-11 cursor-default items-center gap-3 rounded-[0.625rem] px-3 py-1.5 outline-none select-none data-highlighted:bg-sunk"
                >
                  {item.icon ? (
                    <span aria-hidden="true" className="text-soft [&_svg]:size-4">
                      {item.icon}
                    </span>
                  ) : null}
                  <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
                    <span dir="auto">{item.label}</span>
                    {item.detail ? <span className="text-sm text-soft">{item.detail}</span> : null}
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
