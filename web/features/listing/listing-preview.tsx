"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Card } from "#web/components/ui/card.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { fromFormValues, type ListingFormValues } from "#web/features/listing/form-values.ts";
import { ListingArticle } from "#web/features/listing/listing-article.tsx";
import { ListingPrice } from "#web/features/listing/listing-price.tsx";

/** Nothing in a preview leads away from the form. */
function stay(event: MouseEvent) {
  if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
}

/** What others will see of what stands in the form just now, as far as it goes. */
export function ListingPreview({
  id,
  values,
  ownerName,
}: {
  id: string;
  values: ListingFormValues;
  ownerName: string;
}) {
  const t = useTranslations("listing.preview");
  const said = fromFormValues(values);
  const isPriced = Number.isInteger(said.priceMinutes) && said.priceMinutes > 0;
  return (
    <div className="flex flex-col gap-4" onClickCapture={stay}>
      <ListingArticle
        listing={{
          ...said,
          id,
          title: said.title.trim() || t("untitled"),
          description: said.description.trim() || t("undescribed"),
          status: "published",
          photos: values.photos,
        }}
      />
      {isPriced ? (
        <Card>
          <ListingPrice listing={said} ownerName={ownerName} />
        </Card>
      ) : (
        <Notice>{t("unpriced")}</Notice>
      )}
    </div>
  );
}
