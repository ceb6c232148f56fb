"use client";

import { useEffect, useState } from "react";

/** Between the last key and the question. */
const PAUSE_MS = 120;

/**
 * What the server suggests for what is being typed. An answer that comes late, or not at all, changes nothing: one can
 * type on without it.
 * @param url where to ask; null for nothing to ask
 */
export function useSuggestions<Item>(url: string | null): readonly Item[] {
  const [found, setFound] = useState<{ url: string; items: readonly Item[] }>({ url: "", items: [] });
  useEffect(() => {
    if (url === null) return;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      fetch(url, { signal: asked.signal })
        .then((response) => (response.ok ? (response.json() as Promise<Item[]>) : []))
        .then((items) => setFound({ url, items }))
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [url]);
  return url === null ? NOTHING : found.items;
}

const NOTHING: readonly never[] = [];
