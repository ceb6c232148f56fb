"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#web/components/ui/button.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import type { DraftState } from "#web/features/listing/use-kept-draft.ts";

/** When the words of this form were kept last, whether they came back, and what to do where another tab wrote too. */
export function DraftStatus({
  state,
  onChoose,
  onStartAfresh,
}: {
  state: DraftState;
  onChoose: (which: "theirs" | "mine") => void;
  onStartAfresh: () => void;
}) {
  const t = useTranslations("listing.kept");
  const format = useFormatter();
  // In the zone of the device, which is where these words are.
  const time = (at: number) => new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit" }).format(at);
  const day = (at: number) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  switch (state.is) {
    case "untouched":
      return null;
    case "unkept":
      return <p className="text-sm text-soft">{t("unkept")}</p>;
    case "elsewhere":
      return (
        <Notice tone="time">
          <p>{t("elsewhere", { time: time(state.other.at), title: state.other.values.title || t("untitled") })}</p>
          <div className="mt-3 flex flex-wrap gap-2.5">
            <Button size="small" onClick={() => onChoose("theirs")}>
              {t("theirs")}
            </Button>
            <Button size="small" variant="quiet" onClick={() => onChoose("mine")}>
              {t("mine")}
            </Button>
          </div>
        </Notice>
      );
    case "kept":
      return (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-soft">
          <p role="status">
            {state.restored ? t("restored", { at: day(state.at) }) : t("saved", { time: time(state.at) })}
          </p>
          <Button size="small" variant="quiet" onClick={onStartAfresh}>
            {t("afresh")}
          </Button>
        </div>
      );
  }
}
