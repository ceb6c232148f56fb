import { useTranslations } from "next-intl";
import { type AgreedListing, changedSince } from "#domain/brief.ts";
import { Amount } from "#web/components/ui/amount.tsx";
import { Fact, Facts } from "#web/components/ui/facts.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import { Markdown } from "#web/features/listing/markdown.tsx";
import { paths } from "#web/lib/paths.ts";

/** The listing as it stood when this was agreed, and what it says otherwise today. */
export function AgreedListingDetails({
  agreed,
  today,
  listingId,
}: {
  agreed: AgreedListing;
  /** Null where it is gone. */
  today: AgreedListing | null;
  listingId: string | null;
}) {
  const t = useTranslations("deal.agreement.listing");
  const changed = today ? changedSince(agreed, today) : [];
  return (
    <details className="mb-4 rounded-control border border-line px-4">
      <summary className="flex min-h-11 items-center gap-2 font-medium">
        <span>{t("title")}</span>
        {changed.length > 0 ? <span className="text-sm font-normal text-soft">{t("changed")}</span> : null}
      </summary>
      <div className="flex flex-col gap-4 border-t border-line py-4">
        <p dir="auto" className="font-semibold">
          {agreed.title}
        </p>
        <Markdown>{agreed.description}</Markdown>
        <Facts>
          <Fact name={t("field.priceMinutes")}>
            <Amount minutes={agreed.priceMinutes} />
          </Fact>
          <Fact name={t("field.place")}>{agreed.place || t("remote")}</Fact>
        </Facts>
        <p className="text-sm text-soft">
          {changed.length > 0
            ? t("since", { fields: changed.map((field) => t(`field.${field}`)).join(", ") })
            : t(today ? "same" : "gone")}{" "}
          {listingId ? (
            <TextLink href={paths.listing(listingId)} prefetch={false}>
              {t("now")}
            </TextLink>
          ) : null}
        </p>
      </div>
    </details>
  );
}
