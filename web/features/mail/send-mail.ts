import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { type Mail, MAIL_COLUMN } from "#web/features/mail/mail.ts";
import { type KeyRing, unseal } from "#web/lib/key-ring.ts";

/** What sending works with. */
export type MailSender = { transport: Transporter; from: string; ring: KeyRing };

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

const queued = z.object({ id: z.uuid(), sealed: z.string() });
const mailSchema = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() });

/** Connects to the mail server of `SMTP_URL` when the first mail is sent. */
export function connectToMailServer(smtpUrl: string): Transporter {
  return createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // Mails are written by us: nothing in them may name a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * Sends one mail that waited. A crash between the server's yes and the job's end sends it twice, under one Message-ID.
 * @returns `refused` where the server says for good that it takes no such mail
 * @throws where it is worth another try
 */
export async function sendMail({ transport, from, ring }: MailSender, payload: unknown): Promise<"sent" | "refused"> {
  const { id, sealed } = queued.parse(payload);
  const mail: Mail = mailSchema.parse(JSON.parse(unseal(ring, { column: MAIL_COLUMN, id }, sealed)));
  const messageId = `<${id}@${from.split("@").at(-1)?.replace(">", "") ?? "localhost"}>`;
  try {
    await transport.sendMail({ ...mail, from, messageId });
    return "sent";
  } catch (error) {
    if (isRefusal(error)) return "refused";
    throw error;
  }
}

/** SMTP's answers from 500 on stand for good; below, and without an answer, it may be otherwise later. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "responseCode" in error && Number(error.responseCode) >= 500;
}
