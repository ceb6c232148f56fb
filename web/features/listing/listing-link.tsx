import Link from "next/link";
import { classNames } from "#web/components/class-names.ts";
import { paths } from "#web/lib/paths.ts";

/** A listing's title, which leads to it. */
export function ListingLink({
  listing,
  whole = false,
  className,
}: {
  listing: { id: string; title: string };
  /** All of the card around it leads there, too. */
  whole?: boolean;
  className?: string;
}) {
  return (
    <Link
      href={paths.listing(listing.id)}
      prefetch={false}
      className={classNames(
        whole
          ? "outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-brand"
          : "rounded-sm underline-offset-4 hover:underline",
        className,
      )}
    >
      {listing.title}
    </Link>
  );
}
