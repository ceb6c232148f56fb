import type { Person } from "./person.ts";

/** Long enough for a dialog or a form, short enough for a log. */
const LINES = 80;

/** What somebody has before them, as a reader of screens would tell it, and what their wallet was asked. */
export async function describeScreen({ name, page, wallet }: Person): Promise<string> {
  const open = page.getByRole("dialog").or(page.getByRole("main")).last();
  const screen = await open.ariaSnapshot({ timeout: 2_000 }).catch((error: unknown) => String(error));
  const lines = screen.split("\n");
  const more = lines.length > LINES ? [`… and ${lines.length - LINES} lines more`] : [];
  return [
    `${name} at ${page.url()}, wallet asked: ${wallet.prompts.join(", ") || "nothing"}`,
    ...lines.slice(0, LINES),
    ...more,
  ].join("\n");
}
