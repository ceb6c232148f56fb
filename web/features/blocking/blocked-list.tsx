import { useTranslations } from "next-intl";
import { Card } from "#web/components/ui/card.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Person } from "#web/components/ui/person.tsx";
import type { BlockedMember } from "#web/features/blocking/queries.ts";
import { UnblockButton } from "#web/features/blocking/unblock-button.tsx";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** Those one has blocked, the latest first. */
export function BlockedList({ blocked }: { blocked: BlockedMember[] }) {
  const t = useTranslations("blocking");
  return (
    <Card as="div" flush>
      <ul aria-label={t("list")} className="divide-y divide-line">
        {blocked.map(({ address, name, handle, photoId, since }) => (
          <li key={address} className="flex items-center justify-between gap-4 p-5">
            <Person
              address={address}
              name={name}
              photoId={photoId}
              href={paths.member(handle ?? address)}
              detail={
                <>
                  {t("since")} <Instant at={since} format="day" />
                </>
              }
            />
            <UnblockButton address={address} name={name ?? shortenHex(address)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
