"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { Dialog } from "#web/components/ui/dialog.tsx";
import { Skeleton } from "#web/components/ui/skeleton.tsx";
import type { ListingFormValues } from "#web/features/listing/form-values.ts";

// What reads Markdown is large, and not needed to write it.
const ListingPreview = dynamic(
  () => import("#web/features/listing/listing-preview.tsx").then((module) => module.ListingPreview),
  { ssr: false, loading: () => <Skeleton className="h-96 w-full" /> },
);

/** Shows a listing as others will see it, before it is sent. */
export function PreviewButton({
  id,
  read,
  ownerName,
}: {
  id: string;
  /** What stands in the form. */
  read: () => ListingFormValues;
  ownerName: string;
}) {
  const t = useTranslations("listing.preview");
  const [values, setValues] = useState<ListingFormValues | null>(null);
  return (
    <>
      <Button variant="quiet" onClick={() => setValues(structuredClone(read()))}>
        <Eye aria-hidden="true" />
        {t("button")}
      </Button>
      <Dialog
        open={values !== null}
        onOpenChange={(open) => (open ? undefined : setValues(null))}
        title={t("title")}
        description={t("lead")}
      >
        {values ? <ListingPreview id={id} values={values} ownerName={ownerName} /> : null}
      </Dialog>
    </>
  );
}
