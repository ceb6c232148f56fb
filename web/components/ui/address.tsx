import { useTranslations } from "next-intl";
import { CopyButton } from "#web/components/ui/copy-button.tsx";
import { shortenHex } from "#web/lib/format.ts";

/** An address or hash, shortened for the eye, whole for the clipboard. A member's name stands before it: see Person. */
export function Address({ value, name }: { value: string; name?: string | null | undefined }) {
  const t = useTranslations("ui.address");
  return (
    <span className="inline-flex items-center gap-1 text-sm text-soft">
      <span className="font-mono tabular-nums" title={value} dir="ltr">
        {shortenHex(value)}
      </span>
      <CopyButton value={value} label={name ? t("copyOf", { name }) : t("copy")} />
    </span>
  );
}
