"use client";

import { useTranslations } from "next-intl";
import { Button } from "#web/components/ui/button.tsx";
import { ErrorState } from "#web/components/ui/error-state.tsx";

/** What a page shows when it failed; the reason stays in the server's log under the digest. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("common.failure");
  return (
    <div className="page-width">
      <ErrorState
        title={t("title")}
        action={
          <Button variant="primary" onClick={reset}>
            {t("retry")}
          </Button>
        }
        reference={error.digest ? t("reference", { digest: error.digest }) : undefined}
      >
        {t("body")}
      </ErrorState>
    </div>
  );
}
