import { useTranslations } from "next-intl";
import { Notice } from "#web/components/ui/notice.tsx";
import type { Contact } from "#web/features/blocking/contact.ts";
import { UnblockButton } from "#web/features/blocking/unblock-button.tsx";

/** What stands between two members, for the one who looks: their own block with the way to lift it, or that nothing new can begin. */
export function BlockedNotice({ contact, address, name }: { contact: Contact; address: string; name: string }) {
  const t = useTranslations("blocking");
  if (contact === "open") return null;
  if (contact === "closed") return <Notice>{t("closed", { name })}</Notice>;
  return (
    <Notice tone="time">
      <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {t("youBlocked", { name })}
        <UnblockButton address={address} name={name} />
      </span>
    </Notice>
  );
}
