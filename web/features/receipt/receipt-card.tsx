"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type MouseEvent } from "react";
import { toast } from "sonner";
import { buttonStyle } from "#web/components/ui/button-style.ts";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Spinner } from "#web/components/ui/spinner.tsx";
import { saveReceipt } from "#web/features/receipt/save-receipt.ts";
import { paths } from "#web/lib/paths.ts";

/** What is left of a finished deal to keep: a file that proves it. Without scripts the link downloads it as well. */
export function ReceiptCard({ dealId }: { dealId: string }) {
  const t = useTranslations("receipt");
  const sentences = useTranslations("errors.app");
  const [preparing, setPreparing] = useState(false);

  const download = async (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    if (preparing) return;
    setPreparing(true);
    const refusal = await saveReceipt(event.currentTarget.href);
    setPreparing(false);
    if (refusal) toast.error(t("failed"), { description: sentences(refusal) });
    else toast.success(t("done"), { description: t("check") });
  };

  return (
    <Card aria-labelledby="receipt">
      <CardHeader id="receipt" title={t("title")} />
      <p className="mb-4 text-[0.9375rem] text-soft">{t("body")}</p>
      <a
        href={paths.receipt(dealId)}
        download
        aria-busy={preparing}
        onClick={(event) => void download(event)}
        className={buttonStyle({ wide: true })}
      >
        {preparing ? <Spinner /> : <Download aria-hidden="true" />}
        {t(preparing ? "preparing" : "download")}
      </a>
    </Card>
  );
}
