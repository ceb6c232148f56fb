"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#web/components/ui/button.tsx";
import { buttonStyle } from "#web/components/ui/button-style.ts";
import { Dialog } from "#web/components/ui/dialog.tsx";

/** The facets on a phone: a sheet that stays while one chooses, and says all the time how many that finds. */
export function FacetSheet({ chosen, total, children }: { chosen: number; total: number; children: ReactNode }) {
  const t = useTranslations("market.facets");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      trigger={
        <button type="button" className={`${buttonStyle({ size: "small" })} rounded-full lg:hidden`}>
          <SlidersHorizontal aria-hidden="true" />
          {t("title")}
          {chosen > 0 ? (
            <span className="inline-flex min-w-5 items-center justify-center rounded-full bg-brand px-1.5 text-xs text-on-brand tabular-nums">
              {chosen}
            </span>
          ) : null}
        </button>
      }
      footer={
        <Button variant="primary" wide onClick={() => setOpen(false)}>
          {t("show", { count: total })}
        </Button>
      }
    >
      <div className="-mx-2 min-h-0 grow overflow-y-auto">{children}</div>
    </Dialog>
  );
}
