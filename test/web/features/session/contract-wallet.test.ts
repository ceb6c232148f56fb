import {
  type Address,
  createWalletClient,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  http,
  keccak256,
  publicActions,
  serializeErc6492Signature,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localPrivateKeys } from "#scripts/chain/accounts.ts";
import { startLocalNode } from "#scripts/chain/node.ts";
import { createFamily } from "#scripts/processes/family.ts";
import { freePort } from "#scripts/processes/ports.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { type Compiled, compileWallets } from "#test/support/compile-wallets.ts";
import { offerSignIn, signIn } from "#web/features/session/operations.ts";
import { CONTRACT_SECONDS } from "#web/features/session/sessions.ts";
import { connectCautiously, describeChain } from "#web/lib/chain-settings.ts";
import { MOST_CHECK_GAS } from "#web/lib/signature.ts";

const TARGET = { origin: "https://timetoken.example", chainId: 31337 };
const NOW = new Date("2026-11-22T12:00:00Z");
const HONEST = 0;
/** A local node takes a second for what a real one does at once. */
const LITTLE_GAS = 300_000n;
const MANNERS: [string, number][] = [
  ["one that reverts", 1],
  ["one that answers junk", 2],
  ["one that answers nothing", 3],
  ["one that burns all gas", 4],
];

const [ownerKey = "0x", strangerKey = "0x"] = localPrivateKeys();
const owner = privateKeyToAccount(ownerKey);
const stranger = privateKeyToAccount(strangerKey);
const family = createFamily(() => undefined);

let database: ConnectedDatabase;
let readerWith: (mostGas: bigint) => ReturnType<typeof connectCautiously>;
let miner: ReturnType<typeof connectAs>;
let wallet: Compiled;
let factory: Compiled & { address: Address };

beforeAll(async () => {
  const [rpcUrl, connected, sources] = await Promise.all([
    freePort().then((port) => startLocalNode(family, { port })),
    connectTestDatabase(),
    compileWallets(),
  ]);
  database = connected;
  readerWith = (mostGas) => connectCautiously({ chainId: TARGET.chainId, rpcUrl }, mostGas);
  miner = connectAs(rpcUrl);
  wallet = sources.wallet;
  factory = { ...sources.factory, address: await deploy(encodeDeployData({ ...sources.factory, args: [] })) };
});
afterAll(async () => {
  await family.end();
  await database.close();
});

const connectAs = (rpcUrl: string) =>
  createWalletClient({
    account: owner,
    chain: describeChain({ chainId: TARGET.chainId, rpcUrl }),
    transport: http(rpcUrl),
  }).extend(publicActions);

async function deploy(data: Hex): Promise<Address> {
  const hash = await miner.sendTransaction({ data });
  const { contractAddress } = await miner.waitForTransactionReceipt({ hash });
  if (!contractAddress) throw new Error("nothing was deployed");
  return contractAddress;
}

const deployWallet = (manner = HONEST) => deploy(encodeDeployData({ ...wallet, args: [owner.address, manner] }));

/** Signs in as the account at `address`, with whatever `sign` makes of the message. */
async function enter(address: Address, sign: (message: string) => Promise<Hex>, mostGas = MOST_CHECK_GAS) {
  const reader = readerWith(mostGas);
  const { nonce, domain, uri, chainId } = await offerSignIn(database.db, TARGET, NOW);
  const message = createSiweMessage({ address, domain, uri, chainId, nonce, issuedAt: NOW, version: "1" });
  const context = {
    db: database.db,
    reader,
    target: TARGET,
    offeredNonce: nonce,
    previousSession: undefined,
    device: "test",
  };
  return signIn(context, { message, signature: await sign(message) }, NOW);
}

const byOwner = (message: string) => owner.signMessage({ message });
const byStranger = (message: string) => stranger.signMessage({ message });

describe("given a contract wallet on the chain", () => {
  it("refuses what its owner did not sign", async () => {
    const address = await deployWallet();
    await expect(enter(address, byStranger)).rejects.toMatchObject({ code: "sign_in_bad_signature" });
    await expect(enter(address, () => Promise.resolve("0x"))).rejects.toMatchObject({ code: "sign_in_bad_signature" });
  });
  it("refuses the owner's signature of another message", async () => {
    const address = await deployWallet();
    const other = () => byOwner("Pay all to me");
    await expect(enter(address, other)).rejects.toMatchObject({ code: "sign_in_bad_signature" });
  });
  it.each(MANNERS)("refuses %s, soon", async (_, manner) => {
    const address = await deployWallet(manner);
    const begun = performance.now();
    await expect(enter(address, byOwner, LITTLE_GAS)).rejects.toMatchObject({
      code: expect.stringMatching(/^sign_in_(bad_signature|signature_timeout)$/) as string,
    });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
  it("lets its owner in, for a day", async () => {
    const address = await deployWallet();
    const session = await enter(address, byOwner);
    expect(session.address).toBe(address.toLowerCase());
    expect(session.expiresAt.getTime() - NOW.getTime()).toBe(CONTRACT_SECONDS * 1000);
  });
  it("refuses who was its owner until it changed hands", async () => {
    const address = await deployWallet();
    const call = { address, abi: wallet.abi, functionName: "changeOwner", args: [stranger.address] };
    await miner.waitForTransactionReceipt({ hash: await miner.writeContract(call) });
    await expect(enter(address, byOwner)).rejects.toMatchObject({ code: "sign_in_bad_signature" });
    await expect(enter(address, byStranger)).resolves.toHaveProperty("id");
  });
});

describe("given a contract wallet that is not on the chain yet", () => {
  const salt = keccak256("0x5a17");
  const data = () =>
    encodeFunctionData({ abi: factory.abi, functionName: "deploy", args: [owner.address, HONEST, salt] });
  const addressOf = () =>
    getContractAddress({
      opcode: "CREATE2",
      from: factory.address,
      salt,
      bytecode: encodeDeployData({ ...wallet, args: [owner.address, HONEST] }),
    });
  const wrapped = (sign: typeof byOwner) => async (message: string) =>
    serializeErc6492Signature({ address: factory.address, data: data(), signature: await sign(message) });

  it("refuses what its owner did not sign", async () => {
    await expect(enter(addressOf(), wrapped(byStranger))).rejects.toMatchObject({ code: "sign_in_bad_signature" });
  });
  it("refuses a signature that does not say how the wallet comes about", async () => {
    await expect(enter(addressOf(), byOwner)).rejects.toMatchObject({ code: "sign_in_bad_signature" });
  });
  it("refuses an address the factory does not lead to", async () => {
    const elsewhere: Address = `0x${"ab".repeat(20)}`;
    await expect(enter(elsewhere, wrapped(byOwner))).rejects.toMatchObject({ code: "sign_in_bad_signature" });
  });
  it("lets its owner in, and deploys nothing", async () => {
    await expect(enter(addressOf(), wrapped(byOwner))).resolves.toHaveProperty("id");
    expect(await miner.getCode({ address: addressOf() })).toBeUndefined();
  });
  it("goes on doing so once the wallet is there", async () => {
    const hash = await miner.sendTransaction({ to: factory.address, data: data() });
    await miner.waitForTransactionReceipt({ hash });
    await expect(enter(addressOf(), wrapped(byOwner))).resolves.toHaveProperty("id");
    await expect(enter(addressOf(), byOwner)).resolves.toHaveProperty("id");
  });
});
