"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { database } from "#web/db/client.ts";
import { VERIFY_LIMIT } from "#web/features/email/limits.ts";
import { removeEmail, requestEmail, verifyEmail } from "#web/features/email/operations.ts";
import { emailSchema, tokenSchema } from "#web/features/email/schema.ts";
import { type EmailSettings, emailSettings } from "#web/features/email/settings.ts";
import { writeVerificationMail } from "#web/features/email/verification-mail.ts";
import { readProfile } from "#web/features/member/queries.ts";
import { takeAllowance } from "#web/features/rate-limit/operations.ts";
import { authoriseChange } from "#web/features/session/current-session.ts";
import { type ActionResult, answer } from "#web/lib/action-result.ts";
import { callerOf } from "#web/lib/caller.ts";
import { now } from "#web/lib/clock.ts";
import { env } from "#web/lib/env.ts";
import { AppError } from "#web/lib/errors.ts";
import { checkOrigin } from "#web/lib/origin.ts";
import { parseInput } from "#web/lib/parse-input.ts";

/** Sends a link to the address that is to be the signed-in member's. */
export async function requestEmailAction(input: unknown): Promise<ActionResult<null>> {
  return answer(async () => {
    const { address: who } = await authoriseChange();
    const settings = requireEmail();
    const [t, language, profile] = await Promise.all([
      getTranslations("email.mail"),
      getLocale(),
      readProfile(database(), who),
    ]);
    if (!profile) throw new AppError("not_allowed");
    const write = writeVerificationMail(t, { name: profile.displayName, language, origin: settings.origin });
    await requestEmail({ db: database(), ...settings, language, write }, who, parseInput(emailSchema, input), now());
    revalidatePath("/settings", "layout");
    return null;
  });
}

/** Confirms the address a link was sent to. Whoever has the link may: it is opened where the mail is read. */
export async function verifyEmailAction(input: unknown): Promise<ActionResult<null>> {
  return answer(async () => {
    const head = await headers();
    checkOrigin(head, env().APP_ORIGIN);
    await takeAllowance(database(), VERIFY_LIMIT, callerOf(head, env().TRUSTED_PROXIES), now());
    const token = tokenSchema.safeParse(input);
    if (!token.success) throw new AppError("email_link_over");
    // The page of the link stays as it is: asked for anew, it would say that the link was used.
    await verifyEmail({ db: database(), ...requireEmail() }, token.data, now());
    return null;
  });
}

/** Forgets the signed-in member's address. */
export async function removeEmailAction(): Promise<ActionResult<null>> {
  return answer(async () => {
    const { address } = await authoriseChange();
    await removeEmail(database(), address);
    revalidatePath("/settings", "layout");
    return null;
  });
}

function requireEmail(): EmailSettings {
  const settings = emailSettings();
  if (!settings) throw new AppError("email_off");
  return settings;
}
