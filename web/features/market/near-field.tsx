"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef, useState } from "react";
import { SuggestInput } from "#web/components/ui/suggest-input.tsx";
import { FilterFields } from "#web/features/market/filter-fields.tsx";
import { marketHref, type MarketFilters } from "#web/features/market/filters.ts";
import { type Origin, writeOrigin } from "#web/features/market/origin.ts";
import { PLACE_LONGEST } from "#web/features/place/schema.ts";
import { usePlaces } from "#web/features/place/use-places.ts";
import { paths } from "#web/lib/paths.ts";

/** How far one looks first, in kilometres. */
const FIRST_LOOK = 25;

/** Where distances are counted from: a place as one types, or one's own. It takes effect as soon as a place is chosen. */
export function NearField({ filters, home }: { filters: MarketFilters; home: Origin | null }) {
  const t = useTranslations("market.distance");
  const { near, within } = filters;
  const form = useRef<HTMLFormElement>(null);
  const isChosen = useRef(false);
  const [text, setText] = useState<string | null>(null);
  const typed = text?.trim() ?? "";
  const places = usePlaces(text === null ? "" : typed);
  const isHome = home !== null && near !== null && home.place === near.place;

  const go = (origin: Origin | null) => {
    const fields = form.current?.elements;
    const [at, far] = [fields?.namedItem("near"), fields?.namedItem("within")] as HTMLInputElement[];
    if (!at || !far) return;
    at.value = origin ? writeOrigin(origin) : "";
    far.value = origin ? String(within ?? FIRST_LOOK) : "";
    setText(null);
    isChosen.current = true;
    form.current?.requestSubmit();
    isChosen.current = false;
  };

  // Enter takes the first place suggested; an emptied field takes the place back.
  const onEnter = () => {
    const [first] = places;
    if (text === null) return;
    if (typed === "") go(null);
    else if (first) go(first.origin);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    if (isChosen.current) return;
    event.preventDefault();
    onEnter();
  };

  return (
    <form ref={form} action={paths.market()} onSubmit={onSubmit} className="px-2 pb-1.5">
      <FilterFields filters={filters} without={["near", "within"]} />
      <input type="hidden" name="near" />
      <input type="hidden" name="within" />
      <SuggestInput
        label={t("from")}
        placeholder={t("placeholder")}
        value={text ?? near?.place ?? ""}
        maxLength={PLACE_LONGEST}
        onType={setText}
        onPick={({ origin }) => go(origin)}
        onBlur={() => setText(null)}
        items={places}
      />
      {home && !isHome ? (
        <a
          href={marketHref(filters, { near: home, within: within ?? FIRST_LOOK })}
          data-filter=""
          data-choice=""
          className="mt-1 flex min-h-11 items-center rounded-[0.625rem] text-sm text-brand underline underline-offset-4 hover:text-brand-strong lg:min-h-9"
        >
          {t("home", { place: home.place })}
        </a>
      ) : null}
    </form>
  );
}
