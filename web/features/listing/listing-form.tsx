"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, type ResolverResult, useForm, useWatch } from "react-hook-form";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { RadioGroup } from "#web/components/ui/radio-group.tsx";
import { Select } from "#web/components/ui/select.tsx";
import { Switch } from "#web/components/ui/switch.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { createListingAction, editListingAction } from "#web/features/listing/actions.ts";
import { CategoryField } from "#web/features/listing/category-field.tsx";
import { DraftStatus } from "#web/features/listing/draft-status.tsx";
import { FormActions } from "#web/features/listing/form-actions.tsx";
import {
  fromFormValues,
  type ListingDraft,
  type ListingFormValues,
  toFormValues,
} from "#web/features/listing/form-values.ts";
import { PreviewButton } from "#web/features/listing/preview-button.tsx";
import { PriceFields } from "#web/features/listing/price-fields.tsx";
import { SessionFields } from "#web/features/listing/session-fields.tsx";
import { useKeptDraft } from "#web/features/listing/use-kept-draft.ts";
import { WelcomeField } from "#web/features/listing/welcome-field.tsx";
import { LISTING_LANGUAGES, LISTING_LIMITS, listingSchema } from "#web/features/listing/schema.ts";
import { PHOTO_LIMITS } from "#web/features/photo/limits.ts";
import { PhotosField } from "#web/features/photo/photos-field.tsx";
import { PlaceField } from "#web/features/place/place-field.tsx";
import { SkillsField } from "#web/features/skill/skills-field.tsx";
import type { Refusal } from "#web/lib/errors.ts";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";
import { paths } from "#web/lib/paths.ts";

/** Where a field's sentence stands: both parts of the price share one. */
const FORM_FIELD: Record<string, keyof ListingFormValues> = {
  priceMinutes: "hours",
  place: "where",
  latitude: "where",
  longitude: "where",
};

const hasSession = ({ durationMinutes, bufferBeforeMinutes, bufferAfterMinutes }: ListingDraft) =>
  [durationMinutes, bufferBeforeMinutes, bufferAfterMinutes].some(
    (minutes) => minutes !== null && minutes !== undefined,
  );

/** The form's field for one of the listing's; a path into a list ("skills.0") belongs to the whole list. */
function formField(path: string): keyof ListingFormValues {
  const [field = path] = path.split(".");
  return FORM_FIELD[field] ?? (field as keyof ListingFormValues);
}

function check(values: ListingFormValues): ResolverResult<ListingFormValues> {
  const problems = Object.entries(fieldErrorsOf(listingSchema, fromFormValues(values)));
  if (problems.length === 0) return { values, errors: {} };
  return {
    values: {},
    errors: Object.fromEntries(problems.map(([path, message]) => [formField(path), { type: "check", message }])),
  };
}

/**
 * Writes a listing anew (without `id`), or over what it said when it was `seen`. Nothing typed is lost when something is
 * wrong; of a new one, not even when the page is left.
 */
export function ListingForm({
  id,
  seen,
  owner,
  ownerName,
  draft,
}: {
  id?: string;
  /** When what is written over was last changed. */
  seen?: Date;
  owner: string;
  ownerName: string;
  draft: ListingDraft;
}) {
  const t = useTranslations("listing");
  const tPhoto = useTranslations("photo");
  const tRefusal = useTranslations("errors.app");
  const locale = useLocale();
  const router = useRouter();
  const [sending, setSending] = useState<"draft" | "published" | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useForm<ListingFormValues>({ defaultValues: toFormValues(draft), resolver: check });
  const { control, register, handleSubmit, setError, getValues, setValue, formState } = form;
  const [begunAs] = useState(draft.kind);
  const kept = useKeptDraft(id ? null : { owner, kind: begunAs }, form);
  const { errors } = formState;
  const [kind, remote, description, photos, welcome] = useWatch({
    control,
    name: ["kind", "remote", "description", "photos", "welcome"],
  });
  const problem = (field: keyof ListingFormValues) => {
    const key = errors[field]?.message;
    return key ? t(`problem.${key}`, LISTING_LIMITS) : undefined;
  };

  const save = (status: "draft" | "published") =>
    handleSubmit(async (values) => {
      setSending(status);
      setRefusal(null);
      const input = fromFormValues(values);
      const sent = id ? editListingAction(id, input, seen) : createListingAction(input, status);
      const answer = await sent.catch(() => null);
      if (answer?.ok) {
        kept.drop();
        return router.push(paths.listing(answer.value.id));
      }
      setSending(null);
      setRefusal(answer?.refusal ?? { code: "unavailable", fields: {} });
      for (const [field, message] of Object.entries(answer?.refusal.fields ?? {}))
        setError(formField(field), { message });
    });

  const languageNames = new Intl.DisplayNames([locale], { type: "language" });
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-6">
      <DraftStatus state={kept.state} onChoose={kept.choose} onStartAfresh={kept.startAfresh} />
      <Controller
        control={control}
        name="kind"
        render={({ field }) => (
          <RadioGroup
            legend={t("form.kind")}
            columns={2}
            value={field.value}
            onValueChange={field.onChange}
            options={(["offer", "request"] as const).map((value) => ({
              value,
              label: t(`form.kinds.${value}.label`),
              detail: t(`form.kinds.${value}.detail`),
            }))}
          />
        )}
      />
      <Field label={t("form.title")} description={t(`form.titleHelp.${kind}`)} error={problem("title")}>
        <Input {...register("title")} maxLength={LISTING_LIMITS.titleLongest} autoComplete="off" />
      </Field>
      <Field
        label={t("form.description")}
        description={t("form.descriptionHelp", { left: LISTING_LIMITS.descriptionLongest - description.length })}
        error={problem("description")}
      >
        <Textarea {...register("description")} rows={7} />
      </Field>
      <PhotosField
        legend={t("form.photos")}
        value={photos}
        onChange={(next) => setValue("photos", next(getValues("photos")), { shouldDirty: true })}
        error={errors.photos?.message ? tPhoto(`problem.${errors.photos.message}`, PHOTO_LIMITS) : undefined}
      />
      <Controller
        control={control}
        name="category"
        render={({ field }) => (
          <CategoryField value={field.value} onChange={field.onChange} error={problem("category")} />
        )}
      />
      <PriceFields
        legend={t(`form.price.${kind}`)}
        help={t("form.priceHelp")}
        error={problem("hours")}
        days={register("days", { deps: "hours" })}
        hours={register("hours")}
        minutes={register("minutes", { deps: "hours" })}
      />
      <SessionFields kind={kind} filled={hasSession(draft)} register={register} problem={problem} />
      <Controller
        control={control}
        name="skills"
        render={({ field }) => (
          <SkillsField
            label={t("form.skills")}
            description={t("form.skillsHelp", LISTING_LIMITS)}
            error={problem("skills")}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <div>
        <Controller
          control={control}
          name="remote"
          render={({ field }) => (
            <Switch checked={field.value} onCheckedChange={field.onChange} detail={t("form.remoteHelp")}>
              {t("form.remote")}
            </Switch>
          )}
        />
        <Controller
          control={control}
          name="where"
          rules={{ deps: "remote" }}
          render={({ field }) => (
            <PlaceField
              label={t("form.place")}
              optional={remote}
              description={t("form.placeHelp")}
              error={problem("where")}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="language"
        render={({ field }) => (
          <Field label={t("form.language")} error={problem("language")} className="sm:max-w-72">
            <Select
              value={field.value}
              onValueChange={field.onChange}
              options={LISTING_LANGUAGES.map((tag) => ({ value: tag, label: languageNames.of(tag) ?? tag }))}
            />
          </Field>
        )}
      />
      <WelcomeField
        control={control}
        register={register}
        kind={kind}
        welcome={welcome}
        owner={owner}
        problem={problem}
      />
      {refusal ? <Notice tone="wrong">{tRefusal(refusal.code)}</Notice> : null}
      <FormActions isNew={!id} sending={sending} onSend={(status) => void save(status)()}>
        <PreviewButton id={id ?? "new"} read={getValues} ownerName={ownerName} />
      </FormActions>
    </form>
  );
}
