import { useTranslations } from "next-intl";
import { Card, CardHeader } from "#web/components/ui/card.tsx";
import { Instant } from "#web/components/ui/instant.tsx";
import { Stars } from "#web/components/ui/stars.tsx";
import type { RatingRow } from "#web/features/deal/deal-record.ts";
import type { DealView } from "#web/features/deal/deal-view.ts";
import { nameOf } from "#web/lib/person-name.ts";
import { PublishRatings } from "#web/features/rating/publish-button.tsx";
import { RatingForm } from "#web/features/rating/rating-form.tsx";
import { ReplyForm } from "#web/features/rating/reply-form.tsx";
import { asSigned } from "#web/features/rating/signed-rating.ts";

/** What both sides say of each other once it is over: sealed, published, answered. */
export function RatingsCard({ view }: { view: DealView }) {
  const t = useTranslations("rating");
  const { ratings, actions } = view;
  const canRate = actions.some(({ kind }) => kind === "rate");
  if (!view.state.rateable || view.row.status !== "closed") return null;
  if (ratings.length === 0 && !canRate) return null;
  return (
    <Card aria-labelledby="ratings">
      <CardHeader id="ratings" title={t("title")} />
      <div className="flex flex-col gap-6">
        {ratings.map((row) => (
          <PublishedRating key={row.rater} row={row} view={view} />
        ))}
        {canRate ? <OwnRating view={view} /> : null}
      </div>
    </Card>
  );
}

function PublishedRating({ row, view }: { row: RatingRow; view: DealView }) {
  const t = useTranslations("rating");
  const { people, words, who, actions } = view;
  const rater = nameOf(people, row.rater);
  const canReply = row.ratee === who && actions.some(({ kind }) => kind === "reply");
  const comment = words[row.comment]?.body;
  const reply = row.reply ? words[row.reply]?.body : undefined;
  return (
    <article>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars value={row.stars} />
        <span className="text-sm text-soft">
          {t("by", { rater, ratee: nameOf(people, row.ratee) })} · <Instant at={row.ratedAt} />
        </span>
      </header>
      {comment ? <p className="mt-1.5 whitespace-pre-line">{comment}</p> : null}
      {reply ? (
        <blockquote className="mt-3 border-s-2 border-line ps-4">
          <p className="whitespace-pre-line">{reply}</p>
          <footer className="mt-1 text-sm text-soft">{t("replied", { name: nameOf(people, row.ratee) })}</footer>
        </blockquote>
      ) : null}
      {canReply ? <ReplyForm dealId={view.id} terms={view.terms} rater={row.rater} name={rater} /> : null}
    </article>
  );
}

function OwnRating({ view }: { view: DealView }) {
  const t = useTranslations("rating");
  const { who, sealed, terms, people, rated, role } = view;
  if (who === null) return null;
  const name = nameOf(people, role === "buyer" ? terms.seller : terms.buyer);
  const otherPublished = role === "buyer" ? rated.seller : rated.buyer;
  if (sealed?.mine) {
    return (
      <div className="flex flex-col gap-3 rounded-control bg-sunk p-4">
        <div className="flex items-center gap-3">
          <Stars value={sealed.mine.stars} />
          <span className="text-sm text-soft">{t("sealed")}</span>
        </div>
        <p className="text-[0.9375rem]">{t(sealed.both || otherPublished ? "bothSigned" : "waiting", { name })}</p>
        <PublishRatings terms={terms} ratings={asSigned(sealed.both ?? [sealed.mine])} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {sealed?.theirs ? <p className="text-[0.9375rem]">{t("theirsSealed", { name })}</p> : null}
      <RatingForm dealId={view.id} terms={terms} rater={who} name={name} otherPublished={otherPublished} />
    </div>
  );
}
