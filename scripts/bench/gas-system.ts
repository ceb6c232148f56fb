import hre, { network } from "hardhat";
import { encodeFunctionData, type Address, type Hash, type Hex } from "viem";
import { timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { issuersRoot } from "#domain/issuer-list.ts";
import { encodeOpeningByOffer } from "#domain/standing-offer.ts";
import { packTokenId } from "#domain/token-id.ts";
import { DEFAULT_TERMS, dealId, encodeOpening, type Terms } from "#domain/terms.ts";
import { ratingTypedData, standingOfferTypedData, termsTypedData } from "#domain/typed-data.ts";
import { buildContracts } from "../chain/build.ts";
import { forwardRequestTypedData } from "./gas-forwarding.ts";

const HOUR = 3_600;
/** Far enough ahead for every deal, and the same in every run: a zero byte of calldata costs less than another. */
const CHAIN_STARTS_AT = "2030-01-01T00:00:00Z";
const START = Date.parse(CHAIN_STARTS_AT) / 1_000;
const NOBODY: Address = "0x0000000000000000000000000000000000000000";
const ZERO: Hex = `0x${"00".repeat(32)}`;
/** What a forwarded call is given, whatever it uses. */
const FORWARDED_GAS = 1_000_000n;

/** The roles every measured deal is between. */
export type Role = "buyer" | "seller" | "arbiter" | "issuer";

/** Sends a call in somebody's name. */
type Send = (role: Role, to: Address, data: Hex) => Promise<number>;

/**
 * Deploys the whole system, and the plain contracts it is compared with, on a chain of its own, in this process.
 * @returns what the scenarios are told in: each step returns the gas its transaction used, intrinsic gas included
 */
export async function deployForGas() {
  await buildContracts(hre);
  const { viem, networkHelpers } = await network.create({
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
  const offerBook = await escrow.read.offerBook();
  const ratingBook = await viem.deployContract("RatingBook", [escrow.address, forwarder.address]);
  const arbiterRegistry = await viem.deployContract("ArbiterRegistry", [forwarder.address]);
  const plain = await viem.deployContract("PlainERC1155");
  const plainSupply = await viem.deployContract("PlainERC1155Supply");
  const chainId = await client.getChainId();
  const at = { chainId, escrow: escrow.address };
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

  const sendDirectly: Send = (role, to, data) => gasOf(who[role].sendTransaction({ to, data }));

  /** The issuer pays the gas. */
  const sendForwarded: Send = async (role, to, data) => {
    const from = who[role].account.address;
    const request = { from, to, value: 0n, gas: FORWARDED_GAS, deadline: START + 24 * HOUR, data };
    const nonce = await forwarder.read.nonces([from]);
    const typed = forwardRequestTypedData({ ...request, nonce }, { chainId, forwarder: forwarder.address });
    const signature = await who[role].signTypedData({ ...typed, account: who[role].account });
    return gasOf(forwarder.write.execute([{ ...request, signature }], { account: issuer.account }));
  };

  const stepsBy = (send: Send) => ({
    open: async (terms: Terms) => {
      const signature = await seller.signTypedData({ ...termsTypedData(terms, at), account: seller.account });
      return send("buyer", token.address, paymentOf(terms, escrow.address, encodeOpening(terms, signature)));
    },
    deliver: (terms: Terms) => {
      const data = encodeFunctionData({ abi: timeEscrowAbi, functionName: "deliver", args: [dealId(terms, at)] });
      return send("seller", escrow.address, data);
    },
    confirm: (terms: Terms) =>
      send("buyer", escrow.address, encodeFunctionData({ abi: timeEscrowAbi, functionName: "confirm", args: [terms] })),
  });

  /** By an offer of ten slots that takes the issuer's promises. */
  async function openByOffer(terms: Terms, slot: number): Promise<number> {
    const { ids, amounts, deliverFrom, deliverBy } = terms;
    const offer = {
      ...terms,
      buyer: NOBODY,
      priceMinutes: Number(amounts[0]),
      issuers: issuersRoot([issuer!.account.address]),
      minExpiry: 0,
      earliestLead: 0,
      latestLead: 24 * HOUR,
      length: deliverBy - deliverFrom,
      slots: 10,
      validUntil: START + 24 * HOUR,
      nonce: 0n,
      epoch: 0n,
    };
    const typed = standingOfferTypedData(offer, { chainId, offerBook });
    const signature = await seller!.signTypedData({ ...typed, account: seller!.account });
    const data = encodeOpeningByOffer(terms, { offer, signature, proofs: ids.map(() => []), slot });
    return sendDirectly("buyer", token.address, paymentOf(terms, escrow.address, data));
  }

  async function signRating(terms: Terms, rater: "buyer" | "seller") {
    const account = who[rater].account;
    const rating = {
      dealId: dealId(terms, at),
      rater: account.address,
      stars: 5,
      comment: ZERO,
    };
    const typed = ratingTypedData(rating, { chainId, ratingBook: ratingBook.address });
    return { ...rating, signature: await who[rater].signTypedData({ ...typed, account }) };
  }

  return {
    /** For scenarios with contracts of their own. */
    inside: {
      viem,
      gasOf,
      wallets,
      escrow,
      token,
      registry: arbiterRegistry.address,
      forwarder: forwarder.address,
      chainId,
    },
    address: (role: Role) => who[role].account.address,
    newTerms,
    ...stepsBy(sendDirectly),
    openByOffer,
    gasless: stepsBy(sendForwarded),
    /** Mines a block at `second`. */
    waitUntil: (second: number) => networkHelpers.time.increaseTo(second),
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

export type System = Awaited<ReturnType<typeof deployForGas>>;

/** The call with which the buyer pays into a deal. */
function paymentOf({ buyer, ids, amounts }: Terms, escrow: Address, data: Hex): Hex {
  if (ids.length === 1) {
    const args = [buyer, escrow, ids[0]!, amounts[0]!, data] as const;
    return encodeFunctionData({ abi: timeTokenAbi, functionName: "safeTransferFrom", args });
  }
  const args = [buyer, escrow, ids, amounts, data] as const;
  return encodeFunctionData({ abi: timeTokenAbi, functionName: "safeBatchTransferFrom", args });
}
