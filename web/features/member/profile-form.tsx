"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "#web/components/ui/button.tsx";
import { Field } from "#web/components/ui/field.tsx";
import { Input } from "#web/components/ui/input.tsx";
import { Notice } from "#web/components/ui/notice.tsx";
import { Switch } from "#web/components/ui/switch.tsx";
import { Textarea } from "#web/components/ui/textarea.tsx";
import { editProfileAction } from "#web/features/member/actions.ts";
import {
  type EditableProfile,
  fromFormValues,
  type ProfileFormValues,
  toFormValues,
} from "#web/features/member/form-values.ts";
import { HANDLE_LENGTH } from "#web/features/member/handle.ts";
import { LanguagesField } from "#web/features/member/languages-field.tsx";
import { resolveForm } from "#web/features/member/resolve-form.ts";
import { PlaceField } from "#web/features/place/place-field.tsx";
import { PROFILE_LIMITS, profileSchema } from "#web/features/member/schema.ts";
import { TimeZoneField } from "#web/features/member/time-zone-field.tsx";
import { SkillsField } from "#web/features/skill/skills-field.tsx";
import { fieldErrorsOf } from "#web/lib/field-errors.ts";
import type { Refusal } from "#web/lib/errors.ts";

/** Where a field's sentence stands: the place's parts share one; a path into a list ("skills.0") belongs to the list. */
function formField(path: string): keyof ProfileFormValues {
  const [field = path] = path.split(".");
  return ["place", "latitude", "longitude"].includes(field) ? "where" : (field as keyof ProfileFormValues);
}

function check(values: ProfileFormValues) {
  const fields = fieldErrorsOf(profileSchema, fromFormValues(values));
  return resolveForm(
    values,
    Object.fromEntries(Object.entries(fields).map(([path, message]) => [formField(path), message])),
  );
}

/** Writes one's own profile over. Nothing typed is lost when something is wrong. */
export function ProfileForm({ profile }: { profile: EditableProfile }) {
  const t = useTranslations("member");
  const tRefusal = useTranslations("errors.app");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { control, register, handleSubmit, reset, setError, formState } = useForm<ProfileFormValues>({
    defaultValues: toFormValues(profile),
    resolver: check,
  });
  const { errors, isSubmitting } = formState;
  const problem = (field: keyof ProfileFormValues) => {
    const key = errors[field]?.message;
    return key ? t(`problem.${key}`) : undefined;
  };

  const save = handleSubmit(async (values) => {
    setRefusal(null);
    const answer = await editProfileAction(fromFormValues(values)).catch(() => null);
    if (answer?.ok) {
      reset(values);
      toast.success(t("edit.saved"));
      return;
    }
    setRefusal(answer?.refusal ?? { code: "unavailable", fields: {} });
    for (const [field, message] of Object.entries(answer?.refusal.fields ?? {}))
      setError(formField(field), { message });
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-6">
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={t("field.displayName")} description={t("field.displayNameHelp")} error={problem("displayName")}>
          <Input {...register("displayName")} autoComplete="name" />
        </Field>
        <Field label={t("field.handle")} description={t("field.handleHelp", HANDLE_LENGTH)} error={problem("handle")}>
          <Input {...register("handle")} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Field>
      </div>
      <Field label={t("field.bio")} optional description={t("field.bioHelp", PROFILE_LIMITS)} error={problem("bio")}>
        <Textarea {...register("bio")} rows={5} dir="auto" />
      </Field>
      <Controller
        control={control}
        name="skills"
        render={({ field }) => (
          <SkillsField
            label={t("field.skills")}
            description={t("field.skillsHelp", PROFILE_LIMITS)}
            error={problem("skills")}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="languages"
        render={({ field }) => (
          <LanguagesField value={field.value} onChange={field.onChange} error={problem("languages")} />
        )}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Controller
          control={control}
          name="where"
          render={({ field }) => (
            <PlaceField
              label={t("field.place")}
              optional
              description={t("field.placeHelp")}
              error={problem("where")}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <TimeZoneField {...register("timeZone")} error={problem("timeZone")} />
      </div>
      <Controller
        control={control}
        name="arbiter"
        render={({ field }) => (
          <Switch checked={field.value} onCheckedChange={field.onChange} detail={t("field.arbiterHelp")}>
            {t("field.arbiter")}
          </Switch>
        )}
      />
      {refusal ? <Notice tone="wrong">{tRefusal(refusal.code)}</Notice> : null}
      <div className="flex flex-col border-t border-line pt-6 sm:flex-row-reverse">
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {t("edit.submit")}
        </Button>
      </div>
    </form>
  );
}
