import { eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailCatcher, startMailCatcher } from "#scripts/mail/catcher.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { migrateJobs } from "#web/db/migrate.ts";
import { allowance } from "#web/db/schema/allowance.ts";
import { memberEmail } from "#web/db/schema/member-email.ts";
import { pruneEmails, removeEmail, requestEmail, verifyEmail } from "#web/features/email/operations.ts";
import { findWaitingEmail, readOwnEmail } from "#web/features/email/queries.ts";
import { countByKey, resealEmails } from "#web/features/email/reseal.ts";
import { emailSchema } from "#web/features/email/schema.ts";
import { writeVerificationMail } from "#web/features/email/verification-mail.ts";
import { connectToMailServer, type MailSender } from "#web/features/mail/send-mail.ts";
import type { Locale } from "#web/i18n/locales.ts";
import { addSeconds } from "#web/lib/clock.ts";
import { drawKey, parseKeyRing } from "#web/lib/key-ring.ts";
import { createTasks } from "#web/worker/tasks.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const INES: Address = `0x${"11".repeat(20)}`;
const MAREK: Address = `0x${"22".repeat(20)}`;
const ORIGIN = "https://timetoken.example";
const OLD_KEY = `k1:${drawKey()}`;
const settings = { ring: parseKeyRing(OLD_KEY), indexKey: Buffer.from(drawKey(), "base64"), origin: ORIGIN };

let database: ConnectedDatabase;
let catcher: MailCatcher;
let sender: MailSender;
beforeAll(async () => {
  database = await connectTestDatabase();
  await migrateJobs(database.url);
  catcher = await startMailCatcher();
  sender = {
    transport: connectToMailServer(catcher.smtpUrl),
    from: "TimeToken <time@timetoken.example>",
    ring: settings.ring,
  };
});
afterAll(async () => {
  sender.transport.close();
  await catcher.stop();
  await database.close();
});
beforeEach(async () => {
  await database.db.delete(memberEmail);
  await database.db.delete(allowance);
  await database.db.execute("delete from graphile_worker._private_jobs");
});

const silent = new Logger(() => () => undefined);

/** Asks for an address. @returns the token of the link in its mail */
async function request(who: Address, address: string, now = NOW, language: Locale = "en"): Promise<string> {
  const file = join(import.meta.dirname, `../../../../web/messages/${language}/email.json`);
  const messages = { email: JSON.parse(await readFile(file, "utf8")) as { mail: Record<string, string> } };
  const t = createTranslator({ locale: language, messages, namespace: "email.mail" });
  let written = "";
  const write = (to: string, link: string) => {
    written = link;
    return writeVerificationMail(t, { name: "Inés", language, origin: ORIGIN })(to, link);
  };
  await requestEmail({ db: database.db, ...settings, language, write }, who, emailSchema.parse({ address }), now);
  return written.replace(`${ORIGIN}/email/`, "");
}

/** Lets the worker do what is due, as it does in its own process. @returns the mails that arrived by it, the latest first */
async function deliver(mail: MailSender | null = sender) {
  const before = catcher.mails().length;
  const taskList = createTasks(database.db, mail);
  await runOnce({ connectionString: database.url, taskList, noHandleSignals: true, logger: silent });
  return catcher.mails().slice(0, catcher.mails().length - before);
}

const jobs = async () =>
  (
    await database.db.execute<{ attempts: number; payload: unknown; last_error: string | null }>(
      "select attempts, payload, last_error from graphile_worker._private_jobs",
    )
  ).rows;

const verify = (token: string, now = NOW) => verifyEmail({ db: database.db, ...settings }, token, now);
const own = (who: Address, now = NOW) => readOwnEmail(database.db, settings.ring, who, now);

describe("given an address that is none", () => {
  it.each([
    ["", "addressEmpty"],
    ["ines", "addressWrong"],
    ["ines@", "addressWrong"],
    ["ines@example.org\r\nBcc: all@example.org", "addressWrong"],
    ["ines@example.org, marek@example.org", "addressWrong"],
    ["<ines@example.org>", "addressWrong"],
    ["ines@example.org\0", "addressWrong"],
    ['"in es"@example.org', "addressWrong"],
    [`${"x".repeat(65)}@example.org`, "addressWrong"],
    [`ines@${"x".repeat(64)}.org`, "addressWrong"],
    [`${"x".repeat(250)}@example.org`, "addressLong"],
  ])("refuses %j", (address, message) => {
    expect(emailSchema.safeParse({ address }).error?.issues[0]?.message).toBe(message);
  });
});

describe("given a link that cannot be used", () => {
  it.each([["x".repeat(43)], [""], ["' or true --"]])("refuses %j", async (token) => {
    await request(INES, "ines@example.org");
    await expect(verify(token)).rejects.toMatchObject({ code: "email_link_over" });
  });
  it("refuses a second use", async () => {
    const token = await request(INES, "ines@example.org");
    await verify(token);
    await expect(verify(token)).rejects.toMatchObject({ code: "email_link_over" });
  });
  it("lets one of twenty uses at once through", async () => {
    const token = await request(INES, "ines@example.org");
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => verify(token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
  it("refuses it after a day, and then forgets the address", async () => {
    const token = await request(INES, "ines@example.org");
    const late = addSeconds(NOW, 24 * 3_600);
    await expect(verify(token, late)).rejects.toMatchObject({ code: "email_link_over" });
    expect(await findWaitingEmail(database.db, settings.ring, token, late)).toBeNull();
    await pruneEmails(database.db, late);
    expect(await database.db.select().from(memberEmail)).toEqual([]);
  });
  it("refuses one that a newer one replaced", async () => {
    const first = await request(INES, "ines@example.org");
    await request(INES, "ines@example.com");
    await expect(verify(first)).rejects.toMatchObject({ code: "email_link_over" });
  });
  it("refuses an address that is another's, without having told so before", async () => {
    await verify(await request(INES, "ines@example.org"));
    const token = await request(MAREK, "INES@example.org ");
    await expect(verify(token)).rejects.toMatchObject({ code: "email_taken" });
    expect((await own(MAREK)).verified).toBeNull();
  });
});

describe("given too many mails asked for", () => {
  it("stops a member after six in an hour", async () => {
    for (let n = 0; n < 6; n += 1) await request(INES, `ines${n}@example.org`);
    await expect(request(INES, "ines6@example.org")).rejects.toMatchObject({ code: "too_many_requests" });
    await request(INES, "ines6@example.org", addSeconds(NOW, 3_601));
  });
  it("stops all members together after three to one mailbox, however it is written", async () => {
    for (const digit of ["1", "2", "3"]) await request(`0x${digit.repeat(40)}`, `victim+${digit}@example.org`);
    await expect(request(MAREK, "victim@example.org")).rejects.toMatchObject({ code: "too_many_requests" });
    expect(await deliver()).toHaveLength(3);
  });
});

describe("given a mail server in trouble", () => {
  it("tries again later, with the same mail", async () => {
    catcher.answerWith([451]);
    const token = await request(INES, "ines@example.org");
    expect(await deliver()).toEqual([]);
    expect(await jobs()).toMatchObject([{ attempts: 1 }]);
    await database.db.execute("update graphile_worker._private_jobs set run_at = now()");
    const [mail] = await deliver();
    expect(mail).toMatchObject({ to: "ines@example.org" });
    expect(mail?.text).toContain(`${ORIGIN}/email/${token}`);
    await expect(verify(token)).resolves.toBe(INES);
    expect(await jobs()).toEqual([]);
  });
  it("gives a mail up that is refused for good", async () => {
    catcher.answerWith([550]);
    await request(INES, "ines@example.org");
    expect(await deliver()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });
  it("keeps it while no server can be reached, or none is set up", async () => {
    await request(INES, "ines@example.org");
    await deliver({ ...sender, transport: connectToMailServer("smtp://127.0.0.1:1") });
    await database.db.execute("update graphile_worker._private_jobs set run_at = now()");
    await deliver(null);
    expect(await jobs()).toMatchObject([{ attempts: 2 }]);
  });
});

describe("given a member with a verified address", () => {
  beforeEach(async () => {
    await verify(await request(INES, "Ines@Example.org"));
  });

  it("has it, and nothing of it can be read in the database", async () => {
    expect(await own(INES)).toEqual({ verified: "ines@example.org", pending: null });
    await request(INES, "other@example.org");
    const stored = JSON.stringify([await database.db.select().from(memberEmail), await jobs()]);
    expect(stored).not.toMatch(/example|ines@|other@/i);
    expect(stored).toContain("v1.k1.");
  });
  it("keeps it until the next one is verified", async () => {
    await request(INES, "new@example.org");
    expect(await own(INES)).toMatchObject({ verified: "ines@example.org", pending: { address: "new@example.org" } });
    await pruneEmails(database.db, addSeconds(NOW, 25 * 3_600));
    expect(await own(INES)).toEqual({ verified: "ines@example.org", pending: null });
    await verify(await request(INES, "new@example.org"));
    expect(await own(INES)).toEqual({ verified: "new@example.org", pending: null });
  });
  it("frees an address for another when it is changed", async () => {
    await verify(await request(INES, "new@example.org"));
    await expect(verify(await request(MAREK, "ines@example.org"))).resolves.toBe(MAREK);
  });
  it("leaves nothing when it is removed", async () => {
    await removeEmail(database.db, INES);
    expect(await own(INES)).toEqual({ verified: null, pending: null });
    expect(await database.db.select().from(memberEmail).where(eq(memberEmail.member, INES))).toEqual([]);
  });
  it("is read under a new key, encrypted anew, and no longer read without it", async () => {
    await request(MAREK, "marek@example.org");
    const both = parseKeyRing(`k2:${drawKey()},${OLD_KEY}`);
    expect(Object.fromEntries(await countByKey(database.db, both))).toEqual({ k1: 2, k2: 0 });
    expect(await resealEmails(database.db, both)).toBe(2);
    expect(await resealEmails(database.db, both)).toBe(0);
    expect(Object.fromEntries(await countByKey(database.db, both))).toEqual({ k1: 0, k2: 2 });
    expect((await readOwnEmail(database.db, both, INES, NOW)).verified).toBe("ines@example.org");
    await expect(own(INES)).rejects.toThrow("the key ring has no key k2");
  });
});

describe("the mail", () => {
  it.each([
    ["en", "Confirm your e-mail address", "within 24 hours"],
    ["es", "Confirma tu dirección de correo", "durante 24 horas"],
  ] as const)("is in the language of who asked: %s", async (language, subject, hours) => {
    await request(INES, "ines@example.org", NOW, language);
    const [mail] = await deliver();
    expect(mail).toMatchObject({ subject, from: "time@timetoken.example" });
    expect(mail?.text).toContain(hours);
    expect(mail?.html).toContain(`<html lang="${language}">`);
    expect(mail?.html).toContain("Inés");
  });
  it("says who would have the address to whoever opens the link", async () => {
    const token = await request(INES, "ines@example.org");
    const found = await findWaitingEmail(database.db, settings.ring, token, NOW);
    expect(found).toMatchObject({ address: "ines@example.org", member: INES });
  });
});
