import { network } from "hardhat";
import { BaseError, decodeErrorResult, type Address, type Hash, type Hex } from "viem";
import { offerBookAbi, ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { termsTypedData, type EscrowAt } from "#domain/typed-data.ts";
import { encodeOpening, type Terms } from "#domain/terms.ts";

/** Everyone a deal can meet. */
export const PEOPLE = ["buyer", "seller", "arbiter", "appealArbiter", "stranger"] as const;
export type Person = (typeof PEOPLE)[number];

/** A call of one of the contracts. */
export type Call = { to: Address; data: Hex };

const ALL_ERRORS = [...timeEscrowAbi, ...timeTokenAbi, ...ratingBookAbi, ...offerBookAbi];

/**
 * The real contracts on a chain of their own inside this process, whose clock the tests set by the second.
 * @returns the contracts, the people and what moves time
 */
export async function startChain() {
  const { viem, provider, networkHelpers } = await network.create();
  const client = await viem.getPublicClient();
  const wallets = await viem.getWalletClients();
  const wallet = (person: Person) => wallets[PEOPLE.indexOf(person) + 1]!;
  const people = Object.fromEntries(
    PEOPLE.map((person) => [person, wallet(person).account.address.toLowerCase()]),
  ) as Record<Person, Address>;

  const forwarder = await viem.deployContract("Forwarder");
  const descriptor = await viem.deployContract("TokenDescriptor");
  const escrow = await viem.deployContract("TimeEscrow", [forwarder.address, descriptor.address]);
  const token = await viem.getContractAt("TimeToken", await escrow.read.token());
  const offerBook = await viem.getContractAt("OfferBook", await escrow.read.offerBook());
  const ratingBook = await viem.deployContract("RatingBook", [escrow.address, forwarder.address]);
  const arbiterRegistry = await viem.deployContract("ArbiterRegistry", [forwarder.address]);
  const swap = await viem.deployContract("TimeSwap", [token.address, forwarder.address]);
  const at: EscrowAt = { chainId: await client.getChainId(), escrow: escrow.address };

  /** A panel whose first `threshold` votes decide. */
  function deployPanel(members: Address[], threshold: bigint) {
    const args = [escrow.address, arbiterRegistry.address, forwarder.address, members, threshold] as const;
    return viem.deployContract("ArbiterPanel", args);
  }

  async function now(): Promise<number> {
    return Number((await client.getBlock()).timestamp);
  }

  /** Sends a transaction in the block after this one, or in the block of `second`. */
  async function send(person: Person, { to, data }: Call, second?: number) {
    if (second !== undefined) await networkHelpers.time.setNextBlockTimestamp(second);
    const params = [{ from: people[person], to, data, gas: "0x7a1200" }];
    const hash = (await provider.request({ method: "eth_sendTransaction", params })) as Hash;
    return client.getTransactionReceipt({ hash });
  }

  /** @returns null where the call would succeed in a block of the latest block's second, else the name of its error. */
  async function refusalOf(from: Address, { to, data }: Call): Promise<string | null> {
    const refusal = await callRefusal(from, { to, data });
    return refusal && decodeErrorResult({ abi: ALL_ERRORS, data: refusal }).errorName;
  }

  /** @returns null where the call would succeed, else the data it reverts with. */
  async function callRefusal(account: Address, { to, data }: Call): Promise<Hex | null> {
    try {
      await client.call({ account, to, data });
      return null;
    } catch (error) {
      const cause = error instanceof BaseError ? error.walk((inner) => "data" in (inner as object)) : null;
      const { data: revert } = (cause ?? {}) as { data?: Hex | { data: Hex } };
      if (revert === undefined) throw error;
      return typeof revert === "string" ? revert : revert.data;
    }
  }

  async function signTerms(terms: Terms): Promise<Hex> {
    return wallet("seller").signTypedData({ ...termsTypedData(terms, at), account: wallet("seller").account });
  }

  /** The transaction with which the buyer pays into a deal. */
  function openingOf(terms: Terms, signature: Hex) {
    const data = encodeOpening(terms, signature);
    return token.write.safeBatchTransferFrom([terms.buyer, escrow.address, [...terms.ids], [...terms.amounts], data], {
      account: wallet("buyer").account,
    });
  }

  return {
    client,
    people,
    wallet,
    escrow,
    token,
    offerBook,
    ratingBook,
    arbiterRegistry,
    swap,
    forwarder,
    deployPanel,
    at,
    now,
    send,
    refusalOf,
    callRefusal,
    signTerms,
    openingOf,
    /** Mines an empty block at `second`. */
    mineAt: (second: number) => networkHelpers.time.increaseTo(second),
    takeSnapshot: () => networkHelpers.takeSnapshot(),
  };
}

export type Chain = Awaited<ReturnType<typeof startChain>>;
