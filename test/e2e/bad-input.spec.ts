import { request } from "node:http";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { gifBomb, picture, pngOf } from "#test/web/features/photo/pictures.ts";
import { query } from "./support/database.ts";
import { signInAsDemoMember } from "./support/demo-member.ts";
import { open } from "./support/open.ts";
import { place } from "./support/place.ts";
import { expect, test } from "./support/test.ts";

const MEBIBYTE = 1_048_576;

/** Sends 200 MiB without saying how long it is, as far as they are taken. @returns the answer, and what went out */
async function sendUnmeasured(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; sent: number }> {
  const { hostname, port } = new URL(place().origin);
  return new Promise((resolve, reject) => {
    let sent = 0;
    const chunk = Buffer.alloc(65_536, 0xff);
    const asked = request({
      hostname,
      port,
      path,
      method: "POST",
      headers: { ...headers, host: `${hostname}:${port}` },
    });
    const go = () => {
      while (!asked.destroyed && sent < 200 * MEBIBYTE) {
        sent += chunk.length;
        if (!asked.write(chunk)) return void asked.once("drain", go);
      }
      if (!asked.destroyed) asked.end();
    };
    asked.on("response", (response) => {
      asked.destroy();
      resolve({ status: response.statusCode ?? 0, sent });
    });
    asked.on("error", reject);
    go();
  });
}

const counted = async () =>
  (
    await query<{ photos: number; listings: number; calendars: number }>(
      `select (select count(*)::int from app.photo) as photos, (select count(*)::int from app.listing) as listings,
       (select count(*)::int from app.imported_calendar) as calendars`,
    )
  )[0];

async function cookiesOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

test.describe("Given somebody who is signed in", () => {
  test("when they send what is too long or no picture, then it is refused in its own words, and nothing is kept", async ({
    enter,
  }) => {
    const { page, watch } = await enter({ name: "Ruth", handle: "for_ruth", accounts: [33] });
    // The request that is caught on its way.
    watch.expect(/ERR_FAILED/);
    await signInAsDemoMember(page, "Ruth");
    const { origin } = place();
    const headers = { origin, cookie: await cookiesOf(page) };
    const before = await counted();

    await test.step("each route says that it is too much", async () => {
      for (const [path, length, code] of [
        ["/api/photos", 15 * MEBIBYTE + 1, "photo_too_large"],
        ["/api/calendar?name=a.ics", 5 * MEBIBYTE + 1, "calendar_too_large"],
        ["/api/auth/verify", 32_001, "body_too_large"],
        ["/listings/new", MEBIBYTE + 1, "body_too_large"],
      ] as const) {
        const answer = await page.request.post(path, { headers, data: Buffer.alloc(length, 0x20) });
        expect([path, answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([path, 413, code]);
      }
    });

    await test.step("a body that does not say how long it is is not read to its end", async () => {
      for (const [path, most] of [
        ["/api/photos", 15],
        ["/api/calendar?name=a.ics", 5],
        ["/api/auth/verify", 1],
      ] as const) {
        const { status, sent } = await sendUnmeasured(path, headers);
        expect([path, status]).toEqual([path, 413]);
        // What lies in the buffers between the two was sent, too.
        expect(sent).toBeLessThan((most + 16) * MEBIBYTE);
      }
    });

    await test.step("a form's action takes no more than a form can hold", async () => {
      await open(page, "/listings/new?kind=offer");
      await page.getByLabel("Title", { exact: true }).fill("Half a loaf");
      await page.getByLabel("Description").fill("Warm.");
      await page.getByRole("combobox", { name: "Category" }).click();
      await page.getByRole("option", { name: "Garden & kitchen" }).click();
      await page.getByRole("switch", { name: "It can be done remotely" }).click();
      const sent = page.waitForRequest((asked) => asked.method() === "POST" && "next-action" in asked.headers());
      // What the browser sends is caught, and sent again with more in it.
      await page.route("**/listings/new*", (route) =>
        route.request().method() === "POST" ? route.abort() : route.continue(),
      );
      await page.getByRole("button", { name: "Save as a draft" }).click();
      const action = await sent;
      await page.unrouteAll();
      await expect(page.getByText("This does not work just now.")).toBeVisible();
      const asAction = {
        ...headers,
        "next-action": action.headers()["next-action"] ?? "",
        "content-type": "text/plain;charset=UTF-8",
      };
      const repeat = (body: string) => page.request.post("/listings/new", { headers: asAction, data: body });
      const said = action.postData() ?? "";
      expect((await repeat(said.replace("Warm.", "x".repeat(MEBIBYTE)))).status()).toBe(413);
      const long = await repeat(said.replace("Warm.", "x".repeat(5_000)));
      expect(await long.text()).toContain('"description":"descriptionLong"');
      expect((await sendUnmeasured("/listings/new", asAction)).status).toBe(411);
      const half = await repeat(said.replace("Warm.", "\\ud800"));
      expect(await half.text()).toContain('"description":"textBroken"');
    });

    await test.step("what calls itself a picture and is none is refused with why", async () => {
      const jpeg = await picture().jpeg().toBuffer();
      for (const [body, problem] of [
        [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "vector"],
        [Buffer.from("<!doctype html><script>alert(1)</script>"), "vector"],
        [gifBomb(), "animated"],
        [pngOf(50_000, 50_000), "pixels"],
        [jpeg.subarray(0, jpeg.length / 2), "broken"],
        [Buffer.from("MZ".padEnd(400, "\0")), "kind"],
      ] as const) {
        const answer = await page.request.post("/api/photos", {
          headers: { ...headers, "content-type": "image/jpeg" },
          data: body,
        });
        expect([answer.status(), await answer.json()]).toEqual([
          415,
          expect.objectContaining({ code: "photo_refused", fields: { file: problem } }),
        ]);
      }
    });

    expect(await counted()).toEqual(before);

    await test.step("of a picture with a page behind it, the picture alone is kept", async () => {
      const polyglot = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
      const answer = await page.request.post("/api/photos", { headers, data: polyglot });
      expect(answer.status()).toBe(201);
      const { id } = (await answer.json()) as { id: string };
      const served = await page.request.get(`/api/photos/${id}/full`);
      const body = await served.body();
      expect(body.includes("script")).toBe(false);
      expect((await sharp(body).metadata()).format).toBe("webp");
    });
  });
});
