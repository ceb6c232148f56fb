"use client";

import { useTranslations } from "next-intl";
import { Button } from "#web/components/ui/button.tsx";
import { useBlocking } from "#web/features/blocking/use-blocking.ts";

/** Lets somebody be as anybody else is again; it can be undone, so it asks nothing. */
export function UnblockButton({ address, name }: { address: string; name: string }) {
  const t = useTranslations("blocking");
  const { pending, unblock } = useBlocking({ address, name });
  return (
    <Button size="small" pending={pending} onClick={unblock} aria-label={t("unblockOne", { name })}>
      {t("unblock")}
    </Button>
  );
}
