import type { Locator } from "@playwright/test";
import sharp from "sharp";
import type { Hands } from "./hands.ts";

/** A file as a browser is handed it. */
export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** A picture as a camera would make it, of one colour. */
export async function photograph(name: string, red: number): Promise<Upload> {
  const background = { r: red, g: 140, b: 90 };
  const picture = sharp({ create: { width: 1200, height: 800, channels: 3, background } });
  return { name, mimeType: "image/jpeg", buffer: await picture.jpeg().toBuffer() };
}

/** Presses what asks for files, and chooses these in the window that opens. */
export async function chooseFiles({ press }: Hands, button: Locator, ...files: Upload[]): Promise<void> {
  const choosing = button.page().waitForEvent("filechooser");
  await press(button);
  await (await choosing).setFiles(files);
}
