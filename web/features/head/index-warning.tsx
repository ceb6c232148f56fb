import { useTranslations } from "next-intl";
import { Notice } from "#web/components/ui/notice.tsx";
import { isWorrying, type Status } from "#web/features/head/status.ts";

/** @returns a sentence nobody should overlook while they act, or nothing for a status that warns of nothing */
export function IndexWarning({ status }: { status: Status }) {
  const t = useTranslations("common.head.warning");
  if (!isWorrying(status)) return null;
  return (
    <div className="page-width pt-4">
      <Notice tone="time">{t(status)}</Notice>
    </div>
  );
}
