import { Person } from "#web/components/ui/person.tsx";
import { paths } from "#web/lib/paths.ts";

/** Whose listing it is, on a card; the name leads to them. */
export function ListingOwner({
  listing: { owner, ownerName, ownerHandle, ownerPhotoId, score },
}: {
  listing: {
    owner: string;
    ownerName: string | null;
    ownerHandle: string | null;
    ownerPhotoId: string | null;
    /** Left out where the card says it elsewhere. */
    score?: number | null;
  };
}) {
  return (
    <Person
      address={owner}
      name={ownerName}
      photoId={ownerPhotoId}
      {...(score === undefined ? {} : { score })}
      size="small"
      href={paths.member(ownerHandle ?? owner)}
    />
  );
}
