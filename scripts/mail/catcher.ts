import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { mailPage, mailboxPage, missingPage } from "./pages.ts";

/** One mail that got no further than this machine. */
export interface CaughtMail {
  /** Counted from 1. */
  number: number;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  at: Date;
}

/** A mail server that keeps what it is given in memory, and shows it on pages of its own. */
export interface MailCatcher {
  /** Where mails are handed in. */
  smtpUrl: string;
  /** Where people read them. */
  url: string;
  /** The latest first. */
  mails: () => readonly CaughtMail[];
  /** Told of how each of the next mails is answered: a code below 400 takes it. */
  answerWith: (codes: readonly number[]) => void;
  stop: () => Promise<void>;
}

const HOST = "127.0.0.1";
const MOST_MAILS = 200;
const LARGEST_BYTES = 5 * 1024 * 1024;

/** Starts both servers on free ports of the loopback. They end with the process that started them. */
export async function startMailCatcher(): Promise<MailCatcher> {
  let caught: CaughtMail[] = [];
  let answers: number[] = [];
  let count = 0;

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    onData(stream, _session, callback) {
      read(stream)
        .then(async (raw) => {
          const code = answers.shift() ?? 250;
          if (code >= 400) return callback(Object.assign(new Error("as it was told to"), { responseCode: code }));
          caught = [{ number: (count += 1), ...(await open(raw)) }, ...caught].slice(0, MOST_MAILS);
          return callback();
        })
        .catch((error: unknown) => callback(error as Error));
    },
  });
  const web = createServer((request, response) => {
    const page = answer(request.url ?? "/", caught);
    response.writeHead(page.status, HEADERS).end(page.html);
  });

  const smtpPort = await listen(
    (port, done) => smtp.listen(port, HOST, done),
    () => smtp.server.address(),
  );
  const webPort = await listen(
    (port, done) => web.listen(port, HOST, done),
    () => web.address(),
  );
  return {
    smtpUrl: `smtp://${HOST}:${smtpPort}`,
    url: `http://${HOST}:${webPort}`,
    mails: () => caught,
    answerWith: (codes) => void (answers = [...codes]),
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => web.close(() => resolve())),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
    },
  };
}

/** Nothing in a mail may run or reach out: it is shown without scripts, pictures or frames from elsewhere. */
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

function answer(path: string, mails: readonly CaughtMail[]): { status: number; html: string } {
  if (path === "/") return { status: 200, html: mailboxPage(mails) };
  const [, number, part] = /^\/(\d+)(\/html)?$/.exec(path) ?? [];
  const mail = mails.find((one) => one.number === Number(number));
  if (!mail || (part && mail.html === null)) return { status: 404, html: missingPage() };
  return { status: 200, html: part ? (mail.html ?? "") : mailPage(mail) };
}

async function open(raw: Buffer): Promise<Omit<CaughtMail, "number">> {
  const { from, to, subject, text, html } = await PostalMime.parse(raw);
  return {
    from: from?.address ?? "",
    to: (to ?? []).map(({ address }) => address).join(", "),
    subject: subject ?? "",
    text: text ?? "",
    html: html ?? null,
    at: new Date(),
  };
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

async function listen(
  start: (port: number, done: () => void) => unknown,
  addressOf: () => AddressInfo | string | null,
): Promise<number> {
  await new Promise<void>((resolve) => start(0, resolve));
  const address = addressOf();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
