import { execFile, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, isNotNull, sql } from "drizzle-orm";
import type { Address } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { childEnv } from "#scripts/env.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { ROOT } from "#scripts/root.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { memberEmail } from "#web/db/schema/member-email.ts";
import { countByKey } from "#web/features/email/reseal.ts";
import { PENDING_COLUMN, VERIFIED_COLUMN } from "#web/features/email/sealed-columns.ts";
import { drawKey, type KeyRing, parseKeyRing, seal, unseal } from "#web/lib/key-ring.ts";

const OLD = `k1:${drawKey()}`;
const NEW = `k2:${drawKey()}`;
const before = parseKeyRing(OLD);
const both = parseKeyRing(`${NEW},${OLD}`);
const after = parseKeyRing(NEW);
const NOW = new Date("2026-11-22T12:00:00Z");

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(memberEmail));

type Ended = { code: unknown; out: string; said: string };

const environment = (settings: Record<string, string>) =>
  childEnv({ DATABASE_URL: database.url, ENCRYPTION_KEYS: `${NEW},${OLD}`, ...settings });

/** The command as a person runs it. */
function keys(args: readonly string[], settings: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/keys.ts", ...args],
      { cwd: ROOT, env: environment(settings) },
      (error, out, said) => resolve({ code: error?.code ?? 0, out, said }),
    );
  });
}

/** Members with an address under the old key; every third waits for a second one, every fifth has that alone. */
async function keepAddresses(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => {
    const id: Address = `0x${(index + 1).toString(16).padStart(40, "0")}`;
    const hash = (mark: string) => `0x${mark}${id.slice(2).padStart(62, "0")}` as const;
    const verified = {
      sealedAddress: seal(before, { column: VERIFIED_COLUMN, id }, `one-${index}@example.org`),
      addressIndex: hash("aa"),
      verifiedAt: NOW,
    };
    const pending = {
      sealedPending: seal(before, { column: PENDING_COLUMN, id }, `two-${index}@example.org`),
      tokenHash: hash("bb"),
      tokenExpiresAt: NOW,
    };
    return {
      member: id,
      language: "en",
      ...(index % 5 === 0 ? {} : verified),
      ...(index % 3 === 0 || index % 5 === 0 ? pending : {}),
    };
  });
  await database.db.insert(memberEmail).values(rows);
}

/** Every address, as this ring reads it. @throws where it cannot read one */
async function readAll(ring: KeyRing): Promise<string[]> {
  const rows = await database.db.select().from(memberEmail).orderBy(memberEmail.member);
  return rows.flatMap(({ member: id, sealedAddress, sealedPending }) => [
    sealedAddress === null ? "" : unseal(ring, { column: VERIFIED_COLUMN, id }, sealedAddress),
    sealedPending === null ? "" : unseal(ring, { column: PENDING_COLUMN, id }, sealedPending),
  ]);
}

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await database.db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

const stored = () => database.db.select().from(memberEmail).orderBy(memberEmail.member);
const underNewest = async () => (await countByKey(database.db, both)).get("k2") ?? 0;
const refused = (sentence: RegExp) => ({ code: 1, out: "", said: expect.stringMatching(sentence) as string });

describe("given a command that cannot be followed", () => {
  it("says so, each time in a sentence, and changes nothing", async () => {
    await keepAddresses(1);
    const was = await stored();
    const ended = await Promise.all([
      keys([]),
      keys(["new", "rotate"]),
      keys(["rotate"], { ENCRYPTION_KEYS: "" }),
      keys(["rotate"], { ENCRYPTION_KEYS: "k1:c2hvcnQ=" }),
      keys(["rotate"], { DATABASE_URL: "" }),
    ]);
    expect(ended).toEqual([
      refused(/^keys: Say what to do: .+\.\n$/),
      refused(/^keys: Say what to do: .+\.\n$/),
      refused(/^keys: There is no key .+ENCRYPTION_KEYS is not set\.\n$/),
      refused(/^keys: .+not complete:\n.+5 bytes long/),
      refused(/^keys: .+not complete:\n[^]+DATABASE_URL/),
    ]);
    expect(await stored()).toEqual(was);
  });
  it("tells no key in what it says", async () => {
    const { out, said } = await keys(["rotate"], { ENCRYPTION_KEYS: `${NEW},k2:${OLD.slice(3)}` });
    for (const secret of [OLD, NEW]) expect(out + said).not.toContain(secret.slice(3));
    expect(said).toContain("two keys have the same id");
  });
  it("says that the database is away, or holds nothing of the kind", async () => {
    const away = await keys(["rotate"], { DATABASE_URL: `postgresql://nobody@127.0.0.1:${await freePort()}/none` });
    expect(away).toEqual(refused(/^keys: The database at DATABASE_URL cannot be used \(.+\)\.\n$/));
    const other = new URL(database.url);
    other.pathname = "/postgres";
    expect(await keys(["rotate"], { DATABASE_URL: other.href })).toEqual(
      refused(/^keys: The database at DATABASE_URL has no e-mail addresses: .+\.\n$/),
    );
  });
  it("refuses a ring that lacks a key something is under, before it changes anything", async () => {
    await keepAddresses(12);
    const was = await stored();
    expect(await keys(["rotate"], { ENCRYPTION_KEYS: NEW })).toEqual(
      refused(/^keys: ENCRYPTION_KEYS lacks key k1, which 15 values are under\.\n$/),
    );
    expect(await stored()).toEqual(was);
  });
});

describe("given `new`", () => {
  it("prints a key that a ring takes, another each time", async () => {
    const [one, two] = await Promise.all([keys(["new"], { DATABASE_URL: "" }), keys(["new"])]);
    expect(parseKeyRing(`k1:${one.out.trim()},k2:${two.out.trim()}`).keys.size).toBe(2);
    expect(one).toMatchObject({ code: 0, said: "" });
    expect(one.out).not.toBe(two.out);
  });
});

describe("given `rotate`", () => {
  it("encrypts everything anew, says what is left under which key, and does nothing the second time", async () => {
    await keepAddresses(20);
    const was = await readAll(before);
    const first = await keys(["rotate"]);
    expect(first).toMatchObject({ code: 0, said: "" });
    expect(first.out).toBe(
      "25 values were encrypted anew under key k2.\nkey k2: 25 values\n" +
        "key k1: 0 values; once the mails that wait are sent, it can leave the ring\n",
    );
    expect(await readAll(after)).toEqual(was);
    const again = await stored();
    expect((await keys(["rotate"])).out).toMatch(/^0 values were encrypted anew/);
    expect(await stored()).toEqual(again);
  });
  it("leaves every value whole when it is killed between, and ends what it began when it is run again", async () => {
    await keepAddresses(40);
    const was = await readAll(before);
    const all = was.filter((address) => address !== "").length;
    const [middle] = (await stored()).slice(20);
    await database.db.transaction(async (holding) => {
      // Somebody holds one row: the command waits there, the rows before it written and those behind it not.
      await holding
        .select()
        .from(memberEmail)
        .where(eq(memberEmail.member, middle?.member ?? "0x"))
        .for("update");
      const child = spawn(process.execPath, ["scripts/keys.ts", "rotate"], { cwd: ROOT, env: environment({}) });
      const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
      while (!(await isSomebodyWaiting())) await sleep(20);
      child.kill("SIGKILL");
      expect(await ended).toBe("SIGKILL");
    });
    // What it had asked for before may still be done.
    await database.db.transaction((tx) => tx.execute(sql`lock table ${memberEmail} in share mode`));
    const done = await underNewest();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(all);
    expect(await readAll(both)).toEqual(was);
    expect((await keys(["rotate"])).out).toMatch(
      new RegExp(`^${all - done} values were encrypted anew under key k2\\.`),
    );
    expect(await readAll(after)).toEqual(was);
  });
  it("names a value that was changed, and keeps what it did before", async () => {
    await keepAddresses(2);
    const [, second] = await stored();
    await database.db
      .update(memberEmail)
      .set({ sealedAddress: sql`${memberEmail.sealedAddress} || 'x'` })
      .where(eq(memberEmail.member, second?.member ?? "0x"));
    const { code, said } = await keys(["rotate"]);
    expect([code, said]).toEqual([1, expect.stringMatching(/^keys: A value cannot be read: .+\.\n$/) as string]);
    expect(await database.db.select().from(memberEmail).where(isNotNull(memberEmail.sealedPending))).toHaveLength(1);
  });
});
