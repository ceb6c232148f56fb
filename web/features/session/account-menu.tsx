import { getTranslations } from "next-intl/server";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { database } from "#web/db/client.ts";
import { readHeldMinutes, readProfile } from "#web/features/member/queries.ts";
import { AccountMenuButton } from "#web/features/session/account-menu-button.tsx";
import { currentSession } from "#web/features/session/current-session.ts";
import { now } from "#web/lib/clock.ts";
import { paths } from "#web/lib/paths.ts";

/** The end of the header: the way in, or who one is, what one holds, and what belongs to the account. */
export async function AccountMenu() {
  const session = await currentSession();
  if (!session) {
    const t = await getTranslations("session");
    return (
      <LinkButton href={paths.signIn()} variant="primary" prefetch={false} className="whitespace-nowrap">
        {t("signIn.title")}
      </LinkButton>
    );
  }
  const [profile, heldMinutes] = await Promise.all([
    readProfile(database(), session.address),
    // Where the index cannot be read now, the menu still leads everywhere.
    readHeldMinutes(database(), session.address, now()).catch(() => null),
  ]);
  return (
    <AccountMenuButton
      address={session.address}
      name={profile?.displayName ?? null}
      handle={profile?.handle ?? null}
      photoId={profile?.photoId ?? null}
      heldMinutes={heldMinutes}
    />
  );
}
