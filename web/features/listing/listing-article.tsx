import { Globe, Languages, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArcArt } from "#web/components/motif/arc-art.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { hueOfCategory } from "#web/features/listing/categories.ts";
import { LanguageNames } from "#web/features/listing/language-names.tsx";
import { Markdown } from "#web/features/listing/markdown.tsx";
import type { ListingRecord } from "#web/features/listing/queries.ts";
import { useCategoryName } from "#web/features/listing/use-category-name.ts";
import { Gallery } from "#web/features/photo/gallery.tsx";
import { paths } from "#web/lib/paths.ts";

/** What a listing says, on its page and in the preview of one. */
export type ListingWords = Pick<
  ListingRecord,
  | "id"
  | "kind"
  | "title"
  | "description"
  | "category"
  | "skills"
  | "remote"
  | "place"
  | "language"
  | "status"
  | "photos"
>;

/** A listing in its own words: photos, title, where, and what it is about. */
export function ListingArticle({ listing, children }: { listing: ListingWords; children?: ReactNode }) {
  const t = useTranslations("listing");
  const categoryName = useCategoryName();
  return (
    <Card flush>
      {listing.photos.length > 0 ? (
        <Gallery photos={listing.photos} title={listing.title} />
      ) : (
        <ArcArt seed={listing.id} hue={hueOfCategory(listing.category)} className="h-40 sm:h-52" />
      )}
      <div className="p-5 sm:p-8">
        <div className="flex flex-wrap gap-2">
          <Pill tone="brand">{t(`kind.${listing.kind}`)}</Pill>
          {listing.category ? <Pill>{categoryName(listing.category)}</Pill> : null}
          {listing.status === "published" ? null : <Pill tone="time">{t(`status.${listing.status}`)}</Pill>}
        </div>
        <h1 className="mt-4 text-page" lang={listing.language} dir="auto">
          {listing.title}
        </h1>
        <ul className="mt-3 mb-6 flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-soft [&_svg]:size-4">
          {listing.place ? (
            <li className="flex items-center gap-1.5">
              <MapPin aria-hidden="true" />
              {listing.place}
            </li>
          ) : null}
          {listing.remote ? (
            <li className="flex items-center gap-1.5">
              <Globe aria-hidden="true" />
              {t("remote")}
            </li>
          ) : null}
          <li className="flex items-center gap-1.5">
            <Languages aria-hidden="true" />
            <LanguageNames tags={[listing.language]} />
          </li>
        </ul>
        <Markdown language={listing.language}>{listing.description}</Markdown>
        {listing.skills.length > 0 ? (
          <ul aria-label={t("view.skills")} className="mt-6 flex flex-wrap gap-2">
            {listing.skills.map((skill) => (
              <li key={skill}>
                <TextLink href={paths.search(skill)} prefetch={false} className="no-underline">
                  <Pill className="hover:border-edge">{skill}</Pill>
                </TextLink>
              </li>
            ))}
          </ul>
        ) : null}
        {children}
      </div>
    </Card>
  );
}
