import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { Failure } from "#scripts/failure.ts";
import { answers, freePort, requirePort } from "#scripts/processes/ports.ts";

let server: Server | undefined;

async function listen(port: number, host: string): Promise<void> {
  const listening = createServer();
  server = listening;
  await new Promise<void>((resolve) => listening.listen(port, host, resolve));
}

afterEach(() => {
  server?.close();
  server = undefined;
});

describe("given a port somebody listens on", () => {
  test.each(["127.0.0.1", "::"])("on %s, it is refused with its number and the setting that moves it", async (host) => {
    const port = await freePort();
    await listen(port, host);
    await expect(requirePort(port, "the pages", "PORT")).rejects.toThrow(
      new Failure(`Port ${port} for the pages is in use: stop what listens there, or set PORT to another port.`),
    );
    expect(await answers(port)).toBe(true);
  });
});

describe("given a port nobody listens on", () => {
  test("it may be used and does not answer", async () => {
    const port = await freePort();
    await expect(requirePort(port, "the pages", "PORT")).resolves.toBeUndefined();
    expect(await answers(port)).toBe(false);
  });
});
