import { drawKey } from "#web/lib/key-ring.ts";
import { startMailCatcher } from "../mail/catcher.ts";

/** What of mail the environment says already. */
export interface MailSettings {
  smtpUrl?: string | undefined;
  encryptionKeys?: string | undefined;
  blindIndexKey?: string | undefined;
}

export interface LocalMail {
  /** What web and worker are told. */
  env: Record<string, string>;
  /** Where caught mail can be read; null where none is caught. */
  mailboxUrl: string | null;
  stop: () => Promise<void>;
}

const NO_MAIL: LocalMail = { env: {}, mailboxUrl: null, stop: () => Promise.resolve() };

/**
 * Lets the local site send mail that goes no further than this process, unless the environment names a mail server.
 * @param startsAnew whether nothing in the database was written under other keys: only then can fresh ones be drawn
 */
export async function prepareMail(given: MailSettings, startsAnew: boolean): Promise<LocalMail> {
  const { smtpUrl, encryptionKeys, blindIndexKey } = given;
  if (smtpUrl !== undefined) return NO_MAIL;
  const hasKeys = encryptionKeys !== undefined && blindIndexKey !== undefined;
  if (!hasKeys && !startsAnew) return NO_MAIL;
  const keys = hasKeys
    ? { ENCRYPTION_KEYS: encryptionKeys, BLIND_INDEX_KEY: blindIndexKey }
    : { ENCRYPTION_KEYS: `local:${drawKey()}`, BLIND_INDEX_KEY: drawKey() };
  const catcher = await startMailCatcher();
  return {
    env: {
      ...keys,
      SMTP_URL: catcher.smtpUrl,
      MAIL_FROM: "TimeToken <time@timetoken.localhost>",
      MAILBOX_URL: catcher.url,
    },
    mailboxUrl: catcher.url,
    stop: catcher.stop,
  };
}
