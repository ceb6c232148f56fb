import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Bucket } from "#web/features/photo/s3-store.ts";

const ACCESS = { accessKeyId: "key-of-the-test", secretAccessKey: "secret/of+the=test", region: "eu-test-1" };
/** How far a request's clock may be off, as S3 has it. */
const MOST_SKEW_MS = 15 * 60_000;

/** A bucket in this process that takes nothing whose signature it has not worked out to be the same. */
export type StrictBucket = {
  settings: Bucket;
  objects: Map<string, Buffer>;
  /** The next requests are answered with these before any is let in. */
  failWith: number[];
  refused: string[];
  /** Called with each request that was let in, before anything is done: what it waits for, the request waits for. */
  meet: (method: string, url: string) => Promise<void> | void;
  close: () => Promise<void>;
};

export async function openStrictBucket(): Promise<StrictBucket> {
  const objects = new Map<string, Buffer>();
  const failWith: number[] = [];
  const refused: string[] = [];
  const bucket: StrictBucket = {
    settings: { endpoint: "", bucket: "photos-of-test", ...ACCESS },
    objects,
    failWith,
    refused,
    meet: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const failure = failWith.shift();
    const reason = failure ? undefined : findFault(request, body);
    if (reason) refused.push(reason);
    if (failure ?? reason) return void response.writeHead(failure ?? 403).end(reason ?? "try again");
    const { method = "", url = "" } = request;
    await bucket.meet(method, url);
    const [status, content] = url.startsWith(`/${bucket.settings.bucket}/`)
      ? answer(objects, method, url, body)
      : ([404, "<Error><Code>NoSuchBucket</Code></Error>"] as const);
    response.writeHead(status).end(content);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  bucket.settings.endpoint = `http://127.0.0.1:${port}/`;
  return bucket;
}

function answer(objects: Map<string, Buffer>, method: string, url: string, body: Buffer): [number, Buffer | string] {
  if (method === "PUT") {
    objects.set(url, body);
    return [200, ""];
  }
  if (method === "DELETE") {
    objects.delete(url);
    return [204, ""];
  }
  const found = objects.get(url);
  return found ? [200, found] : [404, "<Error><Code>NoSuchKey</Code></Error>"];
}

/** Signature Version 4, worked out from what it is published as. @returns what is wrong; undefined for nothing */
function findFault({ method, url, headers }: IncomingMessage, body: Buffer): string | undefined {
  const said = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? "",
  );
  if (!said) return "no signature";
  const [, credential = "", names = "", signature = ""] = said;
  const [key, day = "", region = "", service = "", end] = credential.split("/");
  if (key !== ACCESS.accessKeyId || region !== ACCESS.region || service !== "s3" || end !== "aws4_request")
    return "another credential";
  const stamp = String(headers["x-amz-date"]);
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? [];
  if (Math.abs(Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) - Date.now()) > MOST_SKEW_MS)
    return "a clock that is off";
  const signed = names.split(";");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => signed.includes(name)))
    return "too little signed";
  const digest = String(headers["x-amz-content-sha256"]);
  if (digest !== "UNSIGNED-PAYLOAD" && digest !== sha256(body)) return "another body";
  const canonical = [
    method,
    url,
    "",
    ...signed.map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    names,
    digest,
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", stamp, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join("\n");
  const signing = [day, region, "s3", "aws4_request"].reduce(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    Buffer.from(`AWS4${ACCESS.secretAccessKey}`),
  );
  return createHmac("sha256", signing).update(text).digest("hex") === signature ? undefined : "another signature";
}

function sha256(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("hex");
}
