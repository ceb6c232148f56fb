import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar, type AvatarSize } from "#web/components/ui/avatar.tsx";
import { Score } from "#web/components/ui/score.tsx";
import { shortenHex } from "#web/lib/format.ts";

/** A member in one line: sign, name (the address only where there is no name), score, and a second line of words. */
export function Person({
  address,
  name,
  photoId,
  score,
  href,
  detail,
  size = "medium",
}: {
  address: string;
  name: string | null;
  photoId?: string | null | undefined;
  /** Left out: not shown. Null: nobody has judged yet. */
  score?: number | null | undefined;
  href?: string | undefined;
  detail?: ReactNode;
  size?: AvatarSize | undefined;
}) {
  const shown = name ?? shortenHex(address);
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar address={address} name={name} photoId={photoId} size={size} />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {href ? (
            <Link href={href} className="rounded-sm leading-6 font-medium underline-offset-4 hover:underline">
              {shown}
            </Link>
          ) : (
            <span className="font-medium">{shown}</span>
          )}
          {score === undefined ? null : <Score value={score} />}
        </span>
        {detail ? <span className="block text-sm text-soft [&_a]:inline-block [&_a]:leading-6">{detail}</span> : null}
      </span>
    </span>
  );
}
