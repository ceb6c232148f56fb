"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Terms } from "#domain/terms.ts";
import { Button } from "#web/components/ui/button.tsx";
import type { SignedRating } from "#web/features/rating/signed-rating.ts";
import { useRatingCall } from "#web/features/rating/use-rating-call.ts";

/** Puts signed ratings on the chain: both together, or the one there is. */
export function PublishRatings({ terms, ratings }: { terms: Terms; ratings: SignedRating[] }) {
  const t = useTranslations("rating");
  const { call } = useRatingCall();
  const [working, setWorking] = useState(false);
  const both = ratings.length === 2;
  const press = async () => {
    setWorking(true);
    await call(t("publishTitle"), "rate", [terms, ratings]);
    setWorking(false);
  };
  return (
    <Button variant={both ? "primary" : "secondary"} wide pending={working} onClick={() => void press()}>
      {t(both ? "publishBoth" : "publishMine")}
    </Button>
  );
}
