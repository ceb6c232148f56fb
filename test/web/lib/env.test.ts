import { describe, expect, it } from "vitest";
import { parseEnv } from "#web/lib/env.ts";
import { drawKey } from "#web/lib/key-ring.ts";

const bare = { NODE_ENV: "test", DATABASE_URL: "postgres://localhost/x" } as const;
const mail = {
  ...bare,
  SMTP_URL: "smtps://user:secret@mail.example.org:465",
  MAIL_FROM: "TimeToken <time@example.org>",
  ENCRYPTION_KEYS: `k1:${drawKey()}`,
  BLIND_INDEX_KEY: drawKey(),
};

const bucket = {
  ...bare,
  S3_ENDPOINT: "https://storage.example.org",
  S3_BUCKET: "photos",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "secret",
};

describe("given settings of a bucket", () => {
  it.each([
    [{ S3_ENDPOINT: "" }, "needed where S3_BUCKET is set"],
    [{ S3_BUCKET: undefined }, "needed where S3_ENDPOINT is set"],
    [{ S3_ACCESS_KEY_ID: "" }, "needed where S3_ENDPOINT is set"],
    [{ S3_SECRET_ACCESS_KEY: undefined }, "needed where S3_ENDPOINT is set"],
    [{ S3_ENDPOINT: "storage.example.org" }, "S3_ENDPOINT"],
    [{ PHOTO_STORE: "disk" }, "PHOTO_STORE"],
  ])("refuses %j", (change, sentence) => {
    expect(() => parseEnv({ ...bucket, ...change })).toThrow(sentence);
  });
  it("refuses to send photos to a bucket that is not named", () => {
    expect(() => parseEnv({ ...bare, PHOTO_STORE: "s3" })).toThrow("needed where PHOTO_STORE is set");
  });
  it("takes them whole, and none at all", () => {
    expect(parseEnv({ ...bucket, PHOTO_STORE: "postgres" })).toMatchObject({ S3_REGION: "us-east-1" });
    const blank = Object.fromEntries(Object.keys(bucket).map((name) => [name, ""]));
    expect(parseEnv({ ...blank, ...bare, PHOTO_STORE: "" }).PHOTO_STORE).toBeUndefined();
  });
});

describe("given settings of mail", () => {
  it.each([
    [{ ENCRYPTION_KEYS: undefined }, "needed where SMTP_URL is set"],
    [{ BLIND_INDEX_KEY: "" }, "needed where SMTP_URL is set"],
    [{ MAIL_FROM: undefined }, "needed where SMTP_URL is set"],
    [{ ENCRYPTION_KEYS: "k1:AAAA" }, "key k1 is 3 bytes long instead of 32"],
    [{ BLIND_INDEX_KEY: "AAAA" }, "the key is 3 bytes long instead of 32"],
    [{ SMTP_URL: "http://mail.example.org" }, "SMTP_URL"],
    [{ MAIL_FROM: "a@b\r\nBcc: c@d" }, "MAIL_FROM"],
  ])("refuses %j", (change, sentence) => {
    expect(() => parseEnv({ ...mail, ...change })).toThrow(sentence);
  });
  it("takes them whole, and none at all", () => {
    expect(parseEnv(mail).ENCRYPTION_KEYS?.newest).toBe("k1");
    expect(parseEnv({ ...bare, SMTP_URL: "", ENCRYPTION_KEYS: "", BLIND_INDEX_KEY: "" }).SMTP_URL).toBeUndefined();
  });
});
