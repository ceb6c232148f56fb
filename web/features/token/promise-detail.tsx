import { useTranslations } from "next-intl";
import type { Unit } from "#domain/units.ts";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { type Expiry, useRunsOutText } from "#web/features/token/use-runs-out-text.ts";
import { paths } from "#web/lib/paths.ts";

/** The line below a promise's name in a table: its unit, and on a phone, which has no column for it, when it runs out. */
export function PromiseDetail({ tokenId, unit, ...expiry }: { tokenId: bigint; unit: Unit } & Expiry) {
  const t = useTranslations("token.unit");
  const runsOut = useRunsOutText();
  return (
    <>
      <TextLink href={paths.token(tokenId)} prefetch={false}>
        {t(`in.${unit}`)}
      </TextLink>
      <span className={expiry.lapsed ? "text-warn sm:hidden" : "sm:hidden"}> · {runsOut(expiry)}</span>
    </>
  );
}
