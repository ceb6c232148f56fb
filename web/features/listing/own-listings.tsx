import { useTranslations } from "next-intl";
import { Amount } from "#web/components/ui/amount.tsx";
import { Card } from "#web/components/ui/card.tsx";
import { EmptyState } from "#web/components/ui/empty-state.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { LinkButton } from "#web/components/ui/link-button.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { Table } from "#web/components/ui/table.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { listOwnListings } from "#web/features/listing/queries.ts";
import type { ListingStatus } from "#web/features/listing/steps.ts";
import { paths } from "#web/lib/paths.ts";

type OwnListing = Awaited<ReturnType<typeof listOwnListings>>[number];

const TONES = { draft: "plain", published: "brand", paused: "time", closed: "plain" } as const satisfies Record<
  ListingStatus,
  string
>;

/** A member's own listings in every status. */
export function OwnListings({ listings }: { listings: OwnListing[] }) {
  const t = useTranslations("listing");
  if (listings.length === 0)
    return (
      <EmptyState
        title={t("own.empty.title")}
        action={
          <LinkButton variant="primary" href={paths.newListing("offer")} prefetch={false}>
            {t("own.empty.action")}
          </LinkButton>
        }
      >
        {t("own.empty.body")}
      </EmptyState>
    );
  return (
    <Card>
      <Table
        caption={t("own.title")}
        rows={listings}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "title",
            title: t("own.column.title"),
            cell: ({ id, title, kind, status }) => (
              <>
                <TextLink href={paths.listing(id)} prefetch={false}>
                  {title}
                </TextLink>
                <span className="mt-1 flex items-center gap-2 text-sm font-normal text-soft">
                  {t(`kind.${kind}`)}
                  <span className="sm:hidden">
                    <StatusPill status={status} />
                  </span>
                </span>
              </>
            ),
          },
          {
            key: "status",
            title: t("own.column.status"),
            wide: true,
            cell: ({ status }) => <StatusPill status={status} />,
          },
          {
            key: "price",
            title: t("own.column.price"),
            numeric: true,
            cell: ({ priceMinutes }) => <Amount minutes={priceMinutes} />,
          },
          {
            key: "updated",
            title: t("own.column.updated"),
            numeric: true,
            wide: true,
            cell: ({ updatedAt }) => <Instant at={updatedAt} format="day" />,
          },
        ]}
      />
    </Card>
  );
}

function StatusPill({ status }: { status: ListingStatus }) {
  const t = useTranslations("listing.status");
  return <Pill tone={TONES[status]}>{t(status)}</Pill>;
}
