import { describe, expect, it } from "vitest";
import { readBody, readBytes } from "#web/lib/read-body.ts";

const request = (body: string | Uint8Array<ArrayBuffer>) => new Request("http://localhost/", { method: "POST", body });

/** A body that would never end, of which somebody counts what was taken. */
function endless(): { body: ReadableStream; taken: () => number } {
  let taken = 0;
  const body = new ReadableStream({
    pull(controller) {
      taken += 1;
      controller.enqueue(new Uint8Array(1_024));
    },
  });
  return { body, taken: () => taken };
}

describe("given a body that is too long", () => {
  it("refuses it without reading on", async () => {
    const { body, taken } = endless();
    const sent = new Request("http://localhost/", { method: "POST", body, duplex: "half" });
    await expect(readBytes(sent, 10 * 1_024, "calendar_too_large")).rejects.toMatchObject({
      code: "calendar_too_large",
      fields: { file: "bytes" },
    });
    expect(taken()).toBeLessThan(20);
  });
  it("refuses a text by a byte", async () => {
    await expect(readBody(request("12345678901"), 10)).rejects.toMatchObject({ code: "body_too_large", status: 413 });
    expect(await readBody(request("1234567890"), 10)).toHaveLength(10);
  });
});

describe("given bytes that are no text", () => {
  it("refuses them", async () => {
    await expect(readBody(request(new Uint8Array([0xff, 0xfe])), 10)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("given a text", () => {
  it("reads it whole", async () => {
    expect(await readBody(request("Süße Zeit"), 20)).toBe("Süße Zeit");
    expect(await readBody(new Request("http://localhost/"), 20)).toBe("");
  });
});
