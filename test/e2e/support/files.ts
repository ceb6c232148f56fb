import type { Page } from "@playwright/test";
import sharp from "sharp";

/** A file as a browser is handed it. */
export type File = { name: string; mimeType: string; buffer: Buffer };

/** A picture as a camera would make it, of one colour. */
export async function photograph(name: string, red: number): Promise<File> {
  const background = { r: red, g: 140, b: 90 };
  const picture = sharp({ create: { width: 1200, height: 800, channels: 3, background } });
  return { name, mimeType: "image/jpeg", buffer: await picture.jpeg().toBuffer() };
}

/** Chooses files in the window that something on the page opens. */
export async function chooseFiles(page: Page, opens: () => Promise<void>, ...files: File[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await opens();
  await (await choosing).setFiles(files);
}
