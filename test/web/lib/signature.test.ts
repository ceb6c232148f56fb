import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Address,
  createWalletClient,
  encodeDeployData,
  type Hex,
  http,
  keccak256,
  publicActions,
  toHex,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPrivateKeys } from "#scripts/chain/accounts.ts";
import { startLocalNode } from "#scripts/chain/node.ts";
import { createFamily } from "#scripts/processes/family.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { type Compiled, compileWallets } from "#test/support/compile-wallets.ts";
import { connectToChain, describeChain } from "#web/lib/chain-settings.ts";
import { isSignedBy } from "#web/lib/signature.ts";

const DIGEST = keccak256(toHex("an hour of piano"));
const OTHER = keccak256(toHex("ten hours of piano"));
/** A local node takes a second for what a real one does at once. */
const LITTLE_GAS = 300_000n;
/** `Manner` of SignInWallet.sol, in its order. */
const MANNERS = [
  "honest",
  "reverting",
  "junk",
  "empty",
  "endless",
  "agreeing",
  "trailing",
  "huge",
  "elsewhere",
] as const;
type Manner = (typeof MANNERS)[number];

const [ownerKey = "0x", strangerKey = "0x"] = localPrivateKeys();
const owner = privateKeyToAccount(ownerKey);
const stranger = privateKeyToAccount(strangerKey);
const family = createFamily(() => undefined);

let wallet: Compiled;
let miner: ReturnType<typeof connectAs>;
let chain: ReturnType<typeof connectToChain>;
let asked = 0;
const elsewhere: Server = createServer((_, response) => {
  asked += 1;
  response.end("{}");
});

beforeAll(async () => {
  const [rpcUrl, compiled] = await Promise.all([
    freePort().then((port) => startLocalNode(family, { port })),
    compileWallets(),
    new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening)),
  ]);
  wallet = compiled.wallet;
  miner = connectAs(rpcUrl);
  chain = connectToChain({ chainId: 31337, rpcUrl });
});
afterAll(async () => {
  elsewhere.close();
  await family.end();
});

const connectAs = (rpcUrl: string) =>
  createWalletClient({
    account: owner,
    chain: describeChain({ chainId: 31337, rpcUrl }),
    transport: http(rpcUrl),
  }).extend(publicActions);

async function deploy(manner: Manner): Promise<Address> {
  const data = encodeDeployData({ ...wallet, args: [owner.address, MANNERS.indexOf(manner)] });
  const hash = await miner.sendTransaction({ data });
  const { contractAddress } = await miner.waitForTransactionReceipt({ hash });
  if (!contractAddress) throw new Error("nothing was deployed");
  return contractAddress;
}

describe("given an account of a key", () => {
  it("takes its signature of this digest and nothing else, without asking anybody", async () => {
    const nobody = { getCode: () => Promise.resolve(undefined), call: () => Promise.reject(new Error("asked")) };
    const signature = await owner.sign({ hash: DIGEST });
    expect(await isSignedBy(nobody, owner.address, DIGEST, signature)).toBe(true);
    expect(await isSignedBy(nobody, owner.address, OTHER, signature)).toBe(false);
    expect(await isSignedBy(nobody, stranger.address, DIGEST, signature)).toBe(false);
    for (const broken of ["0x", "0x1234", `0x${"ff".repeat(65)}`] as const)
      expect(await isSignedBy(nobody, owner.address, DIGEST, broken)).toBe(false);
  });
  it("refuses the other form of the same signature, as the contracts do", async () => {
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const signature = await owner.sign({ hash: DIGEST });
    const s = (order - BigInt(`0x${signature.slice(66, 130)}`)).toString(16).padStart(64, "0");
    const twin: Hex = `${signature.slice(0, 66) as Hex}${s}${signature.endsWith("1b") ? "1c" : "1b"}`;
    expect(await isSignedBy(chain, owner.address, DIGEST, twin)).toBe(false);
  });
});

describe("given a contract wallet", () => {
  it("takes what its owner signed, and nobody else", async () => {
    const address = await deploy("honest");
    expect(await isSignedBy(chain, address, DIGEST, await owner.sign({ hash: DIGEST }))).toBe(true);
    expect(await isSignedBy(chain, address, OTHER, await owner.sign({ hash: DIGEST }))).toBe(false);
    expect(await isSignedBy(chain, address, DIGEST, await stranger.sign({ hash: DIGEST }))).toBe(false);
  });
  it.each(["reverting", "junk", "empty", "endless", "trailing", "huge"] as const)(
    "hears no from one that is %s, soon",
    async (manner) => {
      const address = await deploy(manner);
      const begun = performance.now();
      const signature = await owner.sign({ hash: DIGEST });
      expect(await isSignedBy(chain, address, DIGEST, signature, LITTLE_GAS)).toBe(false);
      expect(performance.now() - begun).toBeLessThan(10_000);
    },
  );
  it("lets one that says yes to everything bind itself alone", async () => {
    const address = await deploy("agreeing");
    expect(await isSignedBy(chain, address, DIGEST, "0x")).toBe(true);
    expect(await isSignedBy(chain, stranger.address, DIGEST, "0x")).toBe(false);
  });
  it("does not go where one says that its answer lies", async () => {
    const address = await deploy("elsewhere");
    const { port } = elsewhere.address() as AddressInfo;
    const call = { address, abi: wallet.abi, functionName: "lead", args: [`http://127.0.0.1:${port}/{sender}/{data}`] };
    await miner.waitForTransactionReceipt({ hash: await miner.writeContract(call) });
    expect(await isSignedBy(chain, address, DIGEST, "0x1234")).toBe(false);
    expect(asked).toBe(0);
  });
});

describe("given a node that is away", () => {
  it("says so, and nothing about the signature", async () => {
    const away = connectToChain({ chainId: 31337, rpcUrl: `http://127.0.0.1:${await freePort()}` });
    await expect(isSignedBy(away, stranger.address, DIGEST, "0x1234")).rejects.toMatchObject({ code: "unavailable" });
  });
});
