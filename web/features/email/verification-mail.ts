import type { Mail } from "#web/features/mail/mail.ts";
import { writeMail } from "#web/features/mail/write-mail.ts";
import { LINK_HOURS } from "#web/features/email/token.ts";

/** Sentences of `email.mail` in the language of the reader. */
type Translate = (key: "subject" | "greeting" | "why" | "until" | "button" | "footer", values?: Values) => string;
type Values = Record<string, string | number>;

/** The mail that proves an address: it names who asked, so that nobody confirms for a stranger unawares. */
export function writeVerificationMail(
  t: Translate,
  { name, language, origin }: { name: string; language: string; origin: string },
): (to: string, link: string) => Mail {
  const site = new URL(origin).host;
  return (to, link) =>
    writeMail(to, {
      subject: t("subject"),
      greeting: t("greeting", { name }),
      paragraphs: [t("why", { name, site }), t("until", { hours: LINK_HOURS })],
      action: { label: t("button"), href: link },
      footer: t("footer", { site }),
      language,
    });
}
