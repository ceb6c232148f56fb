import {
  concat,
  encodeAbiParameters,
  encodeEventTopics,
  getContractAddress,
  numberToHex,
  pad,
  size,
  type AbiEvent,
  type Address,
  type Hex,
} from "viem";
import { arbiterPanelAbi } from "#domain/generated/abi.ts";
import type { PanelEventName } from "#domain/panel-log.ts";
import { dispute, idOf } from "./deals.ts";
import { mint } from "./tokens.ts";
import { accountAt, type World } from "./world.ts";

type Forgery = { topics: readonly Hex[]; data: Hex };

/** Contracts that log what only a panel should, in ways that no panel would: the index must take nothing of it, nor stop. */
export async function playForgeries(world: World): Promise<void> {
  const [buyer, seller, member] = [accountAt(28), accountAt(29), accountAt(30)];
  const hours = await mint(world, buyer, { unit: "hour", amount: 4n });
  // The contract that will say it is a panel is known beforehand, so a deal can name it.
  const forger = accountAt(31);
  const nonce = await world.client.getTransactionCount({ address: forger.address });
  const panel = contractAddress(forger.address, nonce);
  const payment = [{ id: hours, amount: 1n }];
  const dealId = idOf(world, await dispute(world, { buyer, seller, payment, terms: { arbiter: panel } }));
  const other = idOf(world, await dispute(world, { buyer, seller, payment }));
  const huge = 2n ** 256n - 1n;

  const seated = log("Seated", { members: [member.address], threshold: 1n });
  const vote = (changes: object) =>
    log("Voted", { dealId, member: member.address, sellerMinutes: [1n], reasons: pad("0x01"), ...changes });
  await world.deploy(forger, {
    abi: [],
    bytecode: codeThatLogs([
      // Before it is a panel; with seats and thresholds no panel has.
      vote({}),
      log("Seated", { members: [], threshold: 0n }),
      log("Seated", { members: [member.address, member.address], threshold: 1n }),
      log("Seated", { members: [member.address], threshold: huge }),
      seated,
      log("Seated", { members: [forger.address], threshold: 1n }),
      // Of deals that never were, or are another's; by strangers; of more than there is, twice, and after the decision.
      vote({ dealId: pad("0xdead") }),
      vote({ dealId: other }),
      vote({ member: forger.address }),
      vote({ sellerMinutes: [huge] }),
      vote({ sellerMinutes: [] }),
      vote({ sellerMinutes: [1n, 2n] }),
      log("FeeBooked", { dealId, id: hours, each: 1n, extra: 0n }),
      vote({}),
      vote({ sellerMinutes: [2n] }),
      log("RecusalVoted", { dealId, member: member.address }),
      log("FeeBooked", { dealId, id: huge, each: huge, extra: huge }),
      log("FeeBooked", { dealId, id: hours, each: 2n ** 128n - 1n, extra: 0n }),
      log("FeeBooked", { dealId, id: hours, each: 1n, extra: 0n }),
      log("FeeWithdrawn", { dealId, member: member.address, id: hours, amount: huge, to: forger.address }),
      log("ListingVoted", { member: forger.address, profile: pad("0x02"), feeBps: 1, available: true }),
      // Bytes that one reader takes for arguments and another does not.
      { ...vote({}), data: "0x" },
      { ...seated, data: concat([seated.data, "0x00"]) },
      { topics: [...vote({}).topics.slice(0, 1)], data: vote({}).data },
      {
        ...log("ListingVoted", { member: member.address, profile: pad("0x02"), feeBps: 1, available: true }),
        data: pad("0xff", { size: 96, dir: "left" }),
      },
    ]),
  });
}

function log(name: PanelEventName, args: Record<string, unknown>): Forgery {
  const event = arbiterPanelAbi.find((item) => item.type === "event" && item.name === name) as AbiEvent;
  const inputs = event.inputs.filter(({ indexed }) => !indexed);
  return {
    topics: encodeEventTopics({ abi: [event], eventName: name, args }) as Hex[],
    data: encodeAbiParameters(
      inputs,
      inputs.map((input) => args[input.name ?? ""]),
    ),
  };
}

const STOP: Hex = "0x00";
const push = (value: Hex): Hex => concat([numberToHex(0x5f + size(value)), value]);
const push2 = (value: number): Hex => push(numberToHex(value, { size: 2 }));

/** Creation code that logs and leaves a contract without code behind; the data to log stands after it. */
function codeThatLogs(logs: readonly Forgery[]): Hex {
  const program = (start: number) => {
    let at = start;
    const steps = logs.map(({ topics, data }) => {
      const offset = at;
      at += size(data);
      const copy = [push2(size(data)), push2(offset), push2(0), "0x39" as Hex];
      const values = topics.map((topic) => push(topic)).reverse();
      return concat([...copy, ...values, push2(size(data)), push2(0), numberToHex(0xa0 + topics.length)]);
    });
    return concat([...steps, STOP]);
  };
  return concat([program(size(program(0))), ...logs.map(({ data }) => data)]);
}

function contractAddress(from: Address, nonce: number): Address {
  return getContractAddress({ from, nonce: BigInt(nonce) }).toLowerCase() as Address;
}
