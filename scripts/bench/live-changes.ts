import { lineReader } from "../processes/lines.ts";

/** Follows the pages' live stream as a browser does, and tells each block of which it tells a change. */
export async function followChanges(origin: string, signal: AbortSignal, tell: (block: number) => void): Promise<void> {
  const response = await fetch(`${origin}/api/live`, { headers: { accept: "text/event-stream" }, signal });
  if (!response.ok || !response.body) throw new Error(`The live stream answers with ${response.status}.`);
  let event = "";
  const read = lineReader((line) => {
    if (line.startsWith("event: ")) event = line.slice("event: ".length);
    if (line.startsWith("data: ") && event === "change")
      tell((JSON.parse(line.slice("data: ".length)) as { block: number }).block);
  });
  void readAll(response.body, read).catch(() => undefined);
}

async function readAll(body: ReadableStream<Uint8Array>, read: (piece: Buffer) => void): Promise<void> {
  for await (const piece of body) read(Buffer.from(piece));
}
