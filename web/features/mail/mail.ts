/** A mail as it is written: to whom, and what it says in both forms. */
export type Mail = {
  to: string;
  subject: string;
  /** For people who read plain text. */
  text: string;
  html: string;
};

/** Where a mail is encrypted while it waits to be sent. */
export const MAIL_COLUMN = "job.mail";

/** A mail that waits: its id is its Message-ID, the same however often it is tried. */
export type QueuedMail = { id: string; sealed: string };
