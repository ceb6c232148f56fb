import { network } from "hardhat";
import type { Address, Hash, Hex } from "viem";
import { packTokenId } from "#domain/token-id.ts";
import { DEFAULT_TERMS, dealId, encodeOpening, type Terms } from "#domain/terms.ts";
import { ratingTypedData, termsTypedData } from "#domain/typed-data.ts";

const HOUR = 3_600;
/** Far enough ahead for every deal, and the same in every run: a zero byte of calldata costs less than another. */
const CHAIN_STARTS_AT = "2030-01-01T00:00:00Z";
const START = Date.parse(CHAIN_STARTS_AT) / 1_000;
const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const ZERO: Hex = `0x${"00".repeat(32)}`;

/** The roles every measured deal is between. */
export type Role = "buyer" | "seller" | "arbiter" | "issuer";

/**
 * Deploys the whole system, and the plain contracts it is compared with, on a chain of its own, in this process.
 * @returns what the scenarios are told in: each step returns the gas its transaction used, intrinsic gas included
 */
export async function deployForGas() {
  const { viem } = await network.create({
    network: "node",
    override: { initialDate: CHAIN_STARTS_AT, mining: { auto: true, interval: 0 } },
  });
  const client = await viem.getPublicClient();
  const wallets = await viem.getWalletClients();
  const [, buyer, seller, arbiter, issuer] = wallets;
  if (!buyer || !seller || !arbiter || !issuer) throw new Error("The chain has too few accounts.");
  const who = { buyer, seller, arbiter, issuer };

  const forwarder = await viem.deployContract("Forwarder");
  const descriptor = await viem.deployContract("TokenDescriptor");
  const escrow = await viem.deployContract("TimeEscrow", [forwarder.address, descriptor.address]);
  const token = await viem.getContractAt("TimeToken", await escrow.read.token());
  const ratingBook = await viem.deployContract("RatingBook", [escrow.address, forwarder.address]);
  const plain = await viem.deployContract("PlainERC1155");
  const plainSupply = await viem.deployContract("PlainERC1155Supply");
  const chainId = await client.getChainId();
  let salt = 0n;

  async function gasOf(hash: Promise<Hash>): Promise<number> {
    const receipt = await client.waitForTransactionReceipt({ hash: await hash });
    if (receipt.status !== "success") throw new Error(`A measured transaction failed: ${receipt.transactionHash}`);
    return Number(receipt.gasUsed);
  }

  function newTerms(id: bigint, change: Partial<Terms> = {}): Terms {
    salt += 1n;
    return {
      ...DEFAULT_TERMS,
      buyer: buyer!.account.address,
      seller: seller!.account.address,
      arbiter: arbiter!.account.address,
      appealArbiter: NOBODY,
      ids: [id],
      amounts: [90n],
      acceptBy: START + HOUR,
      deliverFrom: START,
      deliverBy: START + 3 * HOUR,
      arbiterFeeBps: 0,
      brief: ZERO,
      salt: `0x${salt.toString(16).padStart(64, "0")}`,
      ...change,
    };
  }

  async function open(terms: Terms): Promise<number> {
    const at = { chainId, escrow: escrow.address };
    const signature = await seller!.signTypedData({ ...termsTypedData(terms, at), account: seller!.account });
    const data = encodeOpening(terms, signature);
    const [id, amount] = [terms.ids[0]!, terms.amounts[0]!];
    return gasOf(
      token.write.safeTransferFrom([terms.buyer, escrow.address, id, amount, data], { account: buyer!.account }),
    );
  }

  async function signRating(terms: Terms, rater: "buyer" | "seller") {
    const account = who[rater].account;
    const rating = {
      dealId: dealId(terms, { chainId, escrow: escrow.address }),
      rater: account.address,
      stars: 5,
      comment: ZERO,
    };
    const typed = ratingTypedData(rating, { chainId, ratingBook: ratingBook.address });
    return { ...rating, signature: await who[rater].signTypedData({ ...typed, account }) };
  }

  return {
    address: (role: Role) => who[role].account.address,
    newTerms,
    open,
    deliver: (terms: Terms) =>
      gasOf(escrow.write.deliver([dealId(terms, { chainId, escrow: escrow.address })], { account: seller.account })),
    confirm: (terms: Terms) => gasOf(escrow.write.confirm([terms], { account: buyer.account })),
    dispute: (terms: Terms) => gasOf(escrow.write.dispute([terms, ZERO], { account: buyer.account })),
    rule: (terms: Terms, sellerMinutes: bigint[]) =>
      gasOf(escrow.write.rule([terms, sellerMinutes, ZERO], { account: arbiter.account })),
    rateTogether: async (terms: Terms) => {
      const signed = [await signRating(terms, "buyer"), await signRating(terms, "seller")];
      return gasOf(ratingBook.write.rate([terms, signed], { account: issuer.account }));
    },
    /** Mints minutes without end, or with `expiry`, in the name of `role`. */
    mint: (role: Role, to: Address, amount: bigint, expiry = 0) =>
      gasOf(token.write.mint([to, 0, expiry, amount, "0x"], { account: who[role].account })),
    minuteId: (role: Role, expiry = 0) => packTokenId({ issuer: who[role].account.address, unit: "minute", expiry }),
    transfer: (from: Role, to: Role, id: bigint) =>
      gasOf(
        token.write.safeTransferFrom([who[from].account.address, who[to].account.address, id, 1n, "0x"], {
          account: who[from].account,
        }),
      ),
    plainMint: (to: Role, id: bigint) => gasOf(plain.write.mint([who[to].account.address, id, 100n])),
    plainTransfer: (from: Role, to: Role, id: bigint) =>
      gasOf(
        plain.write.safeTransferFrom([who[from].account.address, who[to].account.address, id, 1n, "0x"], {
          account: who[from].account,
        }),
      ),
    plainSupplyMint: (to: Role, id: bigint) => gasOf(plainSupply.write.mint([who[to].account.address, id, 100n, "0x"])),
  };
}
