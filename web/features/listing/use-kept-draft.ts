"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { ListingFormValues } from "#web/features/listing/form-values.ts";
import { draftKey, dropDraft, keepDraft, type KeptDraft, parseDraft } from "#web/features/listing/kept-draft.ts";
import { paths } from "#web/lib/paths.ts";

/** Between the last change and keeping it. */
const PAUSE_MS = 600;

/** How it stands with the words of a form that is not sent yet. */
export type DraftState =
  | { is: "untouched" }
  /** Kept at that instant; `restored`: these words were there when the form was opened. */
  | { is: "kept"; at: number; restored: boolean }
  /** Another tab has written since: nothing is kept before somebody chooses. */
  | { is: "elsewhere"; other: KeptDraft }
  /** The browser keeps nothing: private, or full. */
  | { is: "unkept" };

type Form = Pick<UseFormReturn<ListingFormValues>, "getValues" | "reset" | "subscribe">;

/**
 * Keeps the words of a new listing in this browser until it is written: a reload, a closed tab and a lost session cost
 * nothing.
 * @param draftOf whose, and what was begun; null for a listing that is there already: its words are kept with it
 */
export function useKeptDraft(draftOf: { owner: string; kind: "offer" | "request" } | null, form: Form) {
  const { getValues, reset, subscribe } = form;
  const [state, setState] = useState<DraftState>({ is: "untouched" });
  const seen = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begun = useRef<ListingFormValues | null>(null);
  const key = draftOf && draftKey(draftOf.owner, draftOf.kind);

  const take = useCallback(
    ({ version, at, values }: KeptDraft): Promise<void> => {
      seen.current = version;
      return stillThere(values.photos).then((photos) => {
        reset({ ...values, photos });
        setState({ is: "kept", at, restored: true });
      });
    },
    [reset],
  );

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!key) return;
    try {
      const { draft, isOurs } = keepDraft(localStorage, key, {
        values: getValues(),
        seen: seen.current,
        now: Date.now(),
      });
      if (!isOurs) return setState({ is: "elsewhere", other: draft });
      seen.current = draft.version;
      setState((before) => ({ is: "kept", at: draft.at, restored: before.is === "kept" && before.restored }));
    } catch {
      setState({ is: "unkept" });
    }
  }, [key, getValues]);

  useEffect(() => {
    if (!key) return;
    begun.current ??= getValues();
    const kept = readKept(key);
    if (kept) void take(kept);
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        // Without a name the whole form was written anew: by `take`, not by a hand.
        if (name === undefined) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(keep, PAUSE_MS);
      },
    });
    const onStorage = (event: StorageEvent) => {
      if (event.key !== key) return;
      const other = parseDraft(event.newValue, Date.now());
      if (other && other.version !== seen.current) setState({ is: "elsewhere", other });
    };
    addEventListener("storage", onStorage);
    addEventListener("pagehide", flush);
    function flush() {
      if (timer.current !== undefined) keep();
    }
    return () => {
      clearTimeout(timer.current);
      unsubscribe();
      removeEventListener("storage", onStorage);
      removeEventListener("pagehide", flush);
    };
  }, [key, getValues, keep, subscribe, take]);

  /** The words of the other tab in place of these, or these in place of those. */
  const choose = (which: "theirs" | "mine") => {
    if (state.is !== "elsewhere") return;
    if (which === "theirs") return void take(state.other);
    seen.current = state.other.version;
    keep();
  };
  /** Forgets what is kept: it is written, or not wanted. */
  const drop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!key) return;
    try {
      dropDraft(localStorage, key, seen.current);
    } catch {
      // Nothing was kept.
    }
    seen.current = null;
  };
  const startAfresh = () => {
    drop();
    if (begun.current) reset(begun.current);
    setState({ is: "untouched" });
  };
  return { state, choose, drop, startAfresh };
}

function readKept(key: string): KeptDraft | null {
  try {
    return parseDraft(localStorage.getItem(key), Date.now());
  } catch {
    return null;
  }
}

/** Photos nothing shows are removed after a day: those that are gone meanwhile cannot be shown any more. */
async function stillThere(photos: ListingFormValues["photos"]): Promise<ListingFormValues["photos"]> {
  const answers = await Promise.all(
    photos.map(({ id }) => fetch(paths.photo(id, "card"), { method: "HEAD" }).catch(() => null)),
  );
  return photos.filter((_, index) => answers[index]?.status !== 404);
}
