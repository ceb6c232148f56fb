import { connect, createServer } from "node:net";
import { Failure } from "../failure.ts";

const HOST = "127.0.0.1";

/** A port of the loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/**
 * Makes sure a port can be listened on, on IPv4 and wherever the machine has it on IPv6.
 * @throws Failure naming who wants it and the setting that moves it
 */
export async function requirePort(port: number, use: string, setting: string): Promise<void> {
  for (const host of [HOST, "::"]) {
    const code = await new Promise<string | undefined>((resolve) => {
      const server = createServer();
      server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
      server.listen(port, host, () => server.close(() => resolve(undefined)));
    });
    if (code === "EADDRINUSE") {
      throw new Failure(
        `Port ${port} for ${use} is in use: stop what listens there, or set ${setting} to another port.`,
      );
    }
    if (code === "EACCES")
      throw new Failure(`Port ${port} for ${use} may not be opened: set ${setting} to another port.`);
  }
}

/** Whether somebody listens on the port, on IPv4 or IPv6. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "localhost");
    socket.once("connect", () => {
      socket.end();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
