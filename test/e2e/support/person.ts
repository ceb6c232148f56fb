import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import type { Address } from "viem";
import { localPrivateKeys } from "#scripts/chain/accounts.ts";
import { LOCAL_CHAIN } from "#scripts/chain/local.ts";
import { watchConsole, type ConsoleWatch } from "./console-watch.ts";
import type { Hands } from "./hands.ts";
import { place } from "./place.ts";
import { byPointer } from "./pointer.ts";
import { installWallet } from "./wallet/install.ts";
import type { Wallet } from "./wallet/wallet.ts";
import { open } from "./open.ts";

/** Somebody at a browser of their own, with a wallet in it. */
export interface Person {
  name: string;
  /** The first of their names, as sentences call them. */
  called: string;
  handle: string;
  page: Page;
  hands: Hands;
  wallet: Wallet;
  /** The wallet's first account, lower case. */
  address: Address;
  watch: ConsoleWatch;
  context: BrowserContext;
}

/** Who comes: accounts 25 to 43 of the local chain are nobody's in the demo community. */
export interface Newcomer {
  name: string;
  handle: string;
  /** Indexes of local accounts; the first one is in use. */
  accounts: readonly [number, ...number[]];
  /** The chain the wallet is on; ours unless given. */
  chainId?: number;
  /** The zone their clock is in; Madrid's unless given. */
  timeZone?: string;
  /** What their browser is set to; the British one's English unless given. */
  language?: string;
  /** How they reach what is on a page; by pointer unless given. */
  hands?: Hands;
}

const keys = localPrivateKeys();

/** Opens a browser for somebody; nothing is loaded yet. */
export async function openBrowserFor(
  browser: Browser,
  { name, handle, accounts, chainId, timeZone, language, hands = byPointer }: Newcomer,
): Promise<Person> {
  const { origin, rpcUrl } = place();
  const context = await browser.newContext({
    baseURL: origin,
    ...(timeZone ? { timezoneId: timeZone } : {}),
    ...(language ? { locale: language } : {}),
  });
  const watch = watchConsole(context);
  const onChain = chainId ?? LOCAL_CHAIN.id;
  const wallet = await installWallet(context, {
    keys: accounts.map((index) => keys[index] ?? "0x"),
    chainId: onChain,
    nodes: onChain === LOCAL_CHAIN.id ? { [LOCAL_CHAIN.id]: rpcUrl } : { [onChain]: null },
  });
  const [called = name] = name.split(" ");
  const page = await context.newPage();
  return { name, called, handle, page, hands, wallet, address: wallet.address, watch, context };
}

/** Presses through to the wallet: "Sign in", RainbowKit's list, the wallet's own prompts. */
export async function chooseWallet({ page, hands }: Person): Promise<void> {
  await hands.press(page.getByRole("button", { name: "Choose a wallet" }));
  await hands.press(page.getByRole("dialog").getByRole("button", { name: "Pocket Watch" }));
}

/** Signs in with the wallet and joins the community. */
export async function join(person: Person): Promise<void> {
  const { page, hands, name, handle } = person;
  await open(page, "/");
  await hands.press(page.getByRole("banner").getByRole("link", { name: "Sign in" }));
  await chooseWallet(person);
  await expect(page.getByRole("heading", { name: "Welcome. Who are you here?" })).toBeVisible();
  await hands.type(page.getByLabel("Name"), name);
  await hands.type(page.getByLabel("Handle"), handle);
  await hands.press(page.getByRole("button", { name: "Join" }));
  await expect(page.getByRole("button", { name: `Account of ${name}` })).toBeVisible();
}
