import {
  createTestClient,
  encodeFunctionData,
  http,
  numberToHex,
  publicActions,
  walletActions,
  zeroAddress,
  zeroHash,
  type Address,
  type Hex,
} from "viem";
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { dealId, DEFAULT_TERMS, encodeOpening, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { termsTypedData } from "#domain/typed-data.ts";
import { UNITS } from "#domain/units.ts";
import { localPrivateKeys } from "../chain/accounts.ts";
import type { Deployment } from "../chain/deploy.ts";
import type { Seeded } from "./seeded.ts";

const MEMBERS = 8;
const ARBITER = 20;
const MINUTES_EACH = 1_200n;
const HOUR = 3_600;
const DAY = 24 * HOUR;

export type TrafficClient = ReturnType<typeof connect>;

/** Members who deal with each other on a local chain, one transaction a block. */
export type Traffic = {
  client: TrafficClient;
  /** Lets every member promise time. */
  begin(): Promise<void>;
  /** One step of some deal: opens one, or carries on with one that this traffic opened. */
  step(): Promise<void>;
  /** Forgets the deals under way: their chain is gone, or was taken back. */
  forget(): void;
};

type Course = { terms: Terms; buyer: PrivateKeyAccount; seller: PrivateKeyAccount; stage: number };

function connect(rpcUrl: string) {
  const transport = http(rpcUrl, { retryCount: 0 });
  return createTestClient({ mode: "hardhat", chain: hardhat, transport }).extend(publicActions).extend(walletActions);
}

export function createTraffic(rpcUrl: string, contracts: Deployment, random: Seeded): Traffic {
  const client = connect(rpcUrl);
  const accounts = localPrivateKeys().map((key) => privateKeyToAccount(key));
  const members = accounts.slice(1, MEMBERS + 1);
  const arbiter = accounts[ARBITER]?.address ?? zeroAddress;
  const at = { chainId: hardhat.id, escrow: contracts.escrow };
  let courses: Course[] = [];
  let opened = 0;

  /** The node signs: it knows the accounts, and counts their transactions on whatever chain it has. */
  async function send(from: Address, to: Address, data: Hex): Promise<void> {
    await client.sendTransaction({ account: from, to, data, gas: 1_500_000n });
  }

  async function open(): Promise<void> {
    const [buyer, seller] = pickTwo();
    const now = Number((await client.getBlock()).timestamp);
    const terms: Terms = {
      ...DEFAULT_TERMS,
      ...{ buyer: buyer.address, seller: seller.address, arbiter, appealArbiter: zeroAddress },
      ids: [packTokenId({ issuer: buyer.address, unit: "minute", expiry: 0 })],
      amounts: [BigInt(random.between(1, 3))],
      ...{ acceptBy: now + HOUR, deliverFrom: now, deliverBy: now + DAY, brief: zeroHash },
      salt: numberToHex((opened += 1), { size: 32 }),
    };
    const opening = encodeOpening(terms, await seller.signTypedData(termsTypedData(terms, at)));
    const [id = 0n] = terms.ids;
    const [amount = 0n] = terms.amounts;
    const args = [buyer.address, contracts.escrow, id, amount, opening] as const;
    await send(
      buyer.address,
      contracts.token,
      encodeFunctionData({ abi: timeTokenAbi, functionName: "safeTransferFrom", args }),
    );
    courses.push({ terms, buyer, seller, stage: 0 });
  }

  async function carryOn(course: Course): Promise<void> {
    const { terms, buyer, seller, stage } = course;
    course.stage += 1;
    if (stage === 0) {
      const data = encodeFunctionData({ abi: timeEscrowAbi, functionName: "deliver", args: [dealId(terms, at)] });
      return send(seller.address, contracts.escrow, data);
    }
    if (stage === 1) {
      const data = encodeFunctionData({ abi: timeEscrowAbi, functionName: "confirm", args: [terms] });
      return send(buyer.address, contracts.escrow, data);
    }
    courses = courses.filter((one) => one !== course);
    const said = { rater: buyer.address, stars: random.between(1, 5), comment: zeroHash, signature: "0x" as Hex };
    const data = encodeFunctionData({ abi: ratingBookAbi, functionName: "rate", args: [terms, [said]] });
    return send(buyer.address, contracts.ratingBook, data);
  }

  function pickTwo(): [PrivateKeyAccount, PrivateKeyAccount] {
    const buyer = random.pick(members);
    return [buyer, random.pick(members.filter((member) => member !== buyer))];
  }

  return {
    client,
    async begin() {
      for (const { address } of members) {
        const args = [address, UNITS.indexOf("minute"), 0, MINUTES_EACH, "0x"] as const;
        await send(address, contracts.token, encodeFunctionData({ abi: timeTokenAbi, functionName: "mint", args }));
      }
    },
    step: () => (courses.length < 2 || random.between(0, 2) === 0 ? open() : carryOn(random.pick(courses))),
    forget() {
      courses = [];
    },
  };
}
