import { encodeFunctionData, numberToHex, zeroAddress, zeroHash, type Address, type Hex } from "viem";
import { ratingBookAbi, timeEscrowAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { dealId, DEFAULT_TERMS, encodeOpening, type Terms } from "#domain/terms.ts";
import { packTokenId } from "#domain/token-id.ts";
import { LOCAL_CHAIN } from "../chain/local.ts";
import { Failure } from "../failure.ts";

/** Each of these is seven transactions and nine events: mint, open, accept, deliver, confirm, and both rate. */
const EVENTS_PER_EXCHANGE = 9;
const EXCHANGES_AT_ONCE = 20;
const MEMBERS = 1_000;
const DAY = 86_400;
const GAS = numberToHex(600_000);

type Contracts = { token: Address; escrow: Address; ratingBook: Address };
type Call = { from: Address; to: Address; data: Hex };
type Request = { method: string; params: unknown[] };

/**
 * Lets invented members exchange on a fresh local chain until it has so many events, a kind of step to a block. The node signs for
 * them, so that this takes a minute or two and not an hour.
 * @returns how many events there are
 */
export async function liveExchanges(rpcUrl: string, contracts: Contracts, events: number): Promise<number> {
  const exchanges = Math.ceil(events / EVENTS_PER_EXCHANGE);
  await ask(rpcUrl, [
    { method: "evm_setIntervalMining", params: [0] },
    { method: "evm_setAutomine", params: [false] },
  ]);
  const members = Array.from({ length: MEMBERS }, (_, index) => memberAt(index));
  await ask(
    rpcUrl,
    members.map((member) => ({ method: "hardhat_impersonateAccount", params: [member] })),
  );
  await ask(
    rpcUrl,
    members.map((member) => ({ method: "hardhat_setBalance", params: [member, "0xde0b6b3a7640000000"] })),
  );
  let now = Math.floor(Date.now() / 1000);
  for (let done = 0; done < exchanges; done += EXCHANGES_AT_ONCE) {
    const round = Array.from({ length: Math.min(EXCHANGES_AT_ONCE, exchanges - done) }, (_, index) =>
      agree(done + index, now + 60, contracts),
    );
    for (const step of STEPS) {
      now += 12;
      await mineBlock(
        rpcUrl,
        now,
        round.map((exchange) => step(exchange, contracts)),
      );
    }
  }
  return exchanges * EVENTS_PER_EXCHANGE;
}

type Exchange = { terms: Terms; id: bigint };

function agree(index: number, now: number, { escrow }: Contracts): Exchange & { dealId: Hex } {
  const buyer = memberAt(index % MEMBERS);
  const seller = memberAt((index + 1 + EXCHANGES_AT_ONCE + Math.floor(index / MEMBERS)) % MEMBERS);
  const id = packTokenId({ issuer: buyer, unit: "hour", expiry: 0 });
  const terms: Terms = {
    ...DEFAULT_TERMS,
    ...{ buyer, seller, arbiter: memberAt(MEMBERS), appealArbiter: zeroAddress, ids: [id], amounts: [1n] },
    ...{ acceptBy: now + DAY, deliverFrom: now - DAY, deliverBy: now + 2 * DAY, brief: zeroHash },
    salt: numberToHex(index, { size: 32 }),
  };
  return { terms, id, dealId: dealId(terms, { chainId: LOCAL_CHAIN.id, escrow }) };
}

type Step = (exchange: ReturnType<typeof agree>, contracts: Contracts) => Call;

const withTerms =
  (side: "buyer" | "seller", functionName: "accept" | "confirm"): Step =>
  ({ terms }, { escrow: to }) => ({
    from: terms[side],
    to,
    data: encodeFunctionData({ abi: timeEscrowAbi, functionName, args: [terms] }),
  });

const rated =
  (side: "buyer" | "seller", stars: number): Step =>
  ({ terms }, { ratingBook: to }) => {
    const signed = [{ rater: terms[side], stars, comment: zeroHash, signature: "0x" as Hex }];
    return {
      from: terms[side],
      to,
      data: encodeFunctionData({ abi: ratingBookAbi, functionName: "rate", args: [terms, signed] }),
    };
  };

const STEPS: readonly Step[] = [
  ({ terms }, { token: to }) => {
    const args = [terms.buyer, 1, 0, 1n, "0x"] as const;
    return { from: terms.buyer, to, data: encodeFunctionData({ abi: timeTokenAbi, functionName: "mint", args }) };
  },
  ({ terms, id }, { token: to, escrow }) => {
    const args = [terms.buyer, escrow, id, 1n, encodeOpening(terms, "0x")] as const;
    return {
      from: terms.buyer,
      to,
      data: encodeFunctionData({ abi: timeTokenAbi, functionName: "safeTransferFrom", args }),
    };
  },
  withTerms("seller", "accept"),
  ({ terms, dealId: id }, { escrow: to }) => ({
    from: terms.seller,
    to,
    data: encodeFunctionData({ abi: timeEscrowAbi, functionName: "deliver", args: [id] }),
  }),
  withTerms("buyer", "confirm"),
  rated("buyer", 5),
  rated("seller", 4),
];

async function mineBlock(rpcUrl: string, timestamp: number, calls: readonly Call[]): Promise<void> {
  const sent = calls.map((call) => ({ method: "eth_sendTransaction", params: [{ ...call, gas: GAS }] }));
  // Apart: what comes in one request the node may take in any order.
  await ask(rpcUrl, sent);
  await ask(rpcUrl, [{ method: "evm_setNextBlockTimestamp", params: [numberToHex(timestamp)] }]);
  await ask(rpcUrl, [{ method: "evm_mine", params: [] }]);
}

/** Many questions in one request, answered in their order. @throws Failure with the first error */
async function ask(rpcUrl: string, requests: readonly Request[]): Promise<void> {
  const body = JSON.stringify(requests.map((request, id) => ({ jsonrpc: "2.0", id, ...request })));
  const response = await fetch(rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body });
  const answers = (await response.json()) as { error?: { message: string } }[];
  const failed = answers.find(({ error }) => error);
  if (failed?.error) throw new Failure(`The chain refused a step of the history: ${failed.error.message}`);
}

function memberAt(index: number): Address {
  return numberToHex(0xbe_0000 + index, { size: 20 });
}
