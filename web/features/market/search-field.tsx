"use client";

import { AtSign, Folder, Search, Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { SuggestInput } from "#web/components/ui/suggest-input.tsx";
import { CATEGORY_KEYS } from "#web/features/listing/categories.ts";
import { marketHref, type MarketFilters } from "#web/features/market/filters.ts";
import type { Suggested } from "#web/features/market/suggest.ts";
import { QUERY_LONGEST } from "#web/features/market/suggestion-schema.ts";
import { useChoiceLabel } from "#web/features/market/use-choice-label.ts";
import { foldText } from "#web/lib/fold-text.ts";
import { paths } from "#web/lib/paths.ts";
import { useSuggestions } from "#web/lib/use-suggestions.ts";

/** Categories suggested at most. */
const MOST_CATEGORIES = 2;

/** Shorter beginnings are those of too much. */
const SHORTEST = 2;

type Item = { key: string; label: string; detail: string; icon: ReactNode; href: string };

/**
 * Where one types what one looks for in the market. What the word at the end may become is suggested: words and skills
 * of listings, categories, and members by their name.
 */
export function SearchField({ filters }: { filters: MarketFilters }) {
  const t = useTranslations("market.search");
  const router = useRouter();
  const [text, setText] = useState(filters.q);
  const [typing, setTyping] = useState(false);
  const items = useItems(filters, typing ? text : "");
  return (
    <SuggestInput
      type="search"
      name="q"
      maxLength={QUERY_LONGEST}
      enterKeyHint="search"
      label={t("label")}
      placeholder={t("placeholder")}
      value={text}
      onType={(typed) => {
        setTyping(true);
        setText(typed);
      }}
      onBlur={() => setTyping(false)}
      onPick={({ href }) => {
        setTyping(false);
        router.push(href, { scroll: false });
      }}
      items={items}
      className="min-h-11 min-w-0 flex-1 rounded-xl bg-transparent px-4 text-[1.0625rem] placeholder:text-soft"
    />
  );
}

function useItems(filters: MarketFilters, text: string): Item[] {
  const t = useTranslations("market.search");
  const label = useChoiceLabel();
  const [, before = "", last = ""] = /^(.*?)(\S*)$/su.exec(text) ?? [];
  const wanted = foldText(last);
  const isEnough = wanted.length >= SHORTEST;
  const found = useSuggestions<Suggested>(isEnough ? paths.suggestions(text) : null);
  if (!isEnough) return [];

  const others = before.trim();
  const look = (changes: Partial<MarketFilters>) => marketHref(filters, { q: others, literally: false, ...changes });
  const categories = CATEGORY_KEYS.map((key) => ({ key, name: label("category", key) }))
    .filter(({ name }) => ` ${foldText(name)}`.includes(` ${wanted}`))
    .slice(0, MOST_CATEGORIES)
    .map(({ key, name }): Item => ({
      key: `category/${key}`,
      label: name,
      detail: t("category"),
      icon: <Folder />,
      href: look({ category: key }),
    }));
  const items = found.map((one): Item => {
    const key = `${one.kind}/${one.kind === "member" ? one.handle : one.text}`;
    if (one.kind === "member")
      return { key, label: one.text, detail: `@${one.handle}`, icon: <AtSign />, href: paths.member(one.handle) };
    const detail = t(one.kind, { count: one.listings });
    if (one.kind === "skill") {
      const skill = [...new Set([...filters.skill, one.text.toLowerCase()])].sort();
      return { key, label: one.text, detail, icon: <Sparkles />, href: look({ skill }) };
    }
    const q = `${before}${one.text}`;
    return { key, label: q, detail, icon: <Search />, href: look({ q }) };
  });
  const isWord = ({ key }: Item) => key.startsWith("word/");
  return [...items.filter(isWord), ...categories, ...items.filter((item) => !isWord(item))];
}
