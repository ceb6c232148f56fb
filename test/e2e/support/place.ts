/** Where the tests' stack is, handed from the process that starts it to those that test it. */
export interface Place {
  /** Where the pages are, without a slash at the end. */
  origin: string;
  rpcUrl: string;
  databaseUrl: string;
  /** Where the stack's mail can be read. */
  mailboxUrl: string | null;
}

const KEY = "TIMETOKEN_E2E_PLACE";

export function announcePlace(place: Place): void {
  process.env[KEY] = JSON.stringify(place);
}

export function announcedPlace(): Place | undefined {
  const announced = process.env[KEY];
  return announced === undefined ? undefined : (JSON.parse(announced) as Place);
}

/** @throws where no stack was started */
export function place(): Place {
  const announced = announcedPlace();
  if (!announced) throw new Error("There is no stack: these tests are run by playwright.config.ts.");
  return announced;
}

/** The browser `scripts/test.ts` found, or where Debian keeps it. */
export function chromiumPath(): string {
  return process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
}
