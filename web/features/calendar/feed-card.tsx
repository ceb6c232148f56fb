"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "#web/components/ui/button.tsx";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { CopyButton } from "#web/components/ui/copy-button.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { closeFeedAction, openFeedAction } from "#web/features/calendar/actions.ts";

/** The private address under which other calendars follow this one. It is shown once: only its fingerprint is kept. */
export function FeedCard({ since }: { since: Date | null }) {
  const t = useTranslations("calendar.feed");
  const sentences = useTranslations("errors.app");
  const router = useRouter();
  const [url, setUrl] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  const open = async () => {
    setWorking(true);
    const result = await openFeedAction();
    setWorking(false);
    if (!result.ok) return void toast.error(sentences(result.refusal.code));
    setUrl(result.value.url);
    router.refresh();
  };
  const close = async () => {
    setWorking(true);
    const result = await closeFeedAction();
    setWorking(false);
    if (!result.ok) return void toast.error(sentences(result.refusal.code));
    setUrl(null);
    toast.success(t("closed"));
    router.refresh();
  };

  return (
    <Card aria-labelledby="feed">
      <CardHeader id="feed" title={t("title")} />
      <p className="text-[0.9375rem] text-soft">{t("lead")}</p>
      {url ? (
        <div className="mt-4">
          <p className="mb-1.5 text-sm font-semibold">{t("once")}</p>
          <p className="flex items-center gap-2 rounded-control bg-sunk px-3 py-2">
            <code className="min-w-0 text-sm break-all">{url}</code>
            <CopyButton value={url} label={t("copy")} />
          </p>
        </div>
      ) : null}
      {since ? (
        <p className="mt-4 text-sm text-soft">
          {t("since")} <Instant at={since} />
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button pending={working} onClick={() => void open()}>
          {since ? t("renew") : t("open")}
        </Button>
        {since ? (
          <Button variant="danger" pending={working} onClick={() => void close()}>
            {t("close")}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
