import { encodeFunctionData, type Hex } from "viem";
import { timeTokenAbi } from "#domain/generated/abi.ts";
import { renewalTypedData, type Renewal } from "#domain/typed-data.ts";
import { UNITS } from "#domain/units.ts";
import { accountOf, addressOf } from "./accounts.ts";
import { tokenIdOf } from "./agreed-terms.ts";
import { saltOf } from "./fixed-random.ts";
import type { Handle } from "./members.ts";
import { DAY, toUnixSeconds } from "./moment.ts";
import type { PromiseStep } from "./promise.ts";
import type { DemoTransaction, Stage } from "./transaction.ts";

/** @returns the steps with tokens outside deals as transactions, in the order given. */
export async function planPromises(steps: readonly PromiseStep[], stage: Stage): Promise<DemoTransaction[]> {
  return Promise.all(
    steps.map(async (step) => {
      const { from, data } = await callOf(step, stage);
      const { of, amount, unit } = step.tokens;
      return {
        name: `${from}: ${step.do} ${amount} ${unit} of ${of}`,
        at: toUnixSeconds(step.at, stage.now),
        from,
        to: stage.contracts.token,
        data,
      };
    }),
  );
}

async function callOf(step: PromiseStep, stage: Stage): Promise<{ from: Handle; data: Hex }> {
  const { tokens } = step;
  const id = tokenIdOf(tokens, stage.now);
  const amount = BigInt(tokens.amount);
  switch (step.do) {
    case "mint": {
      const expiry = tokens.until === undefined ? 0 : toUnixSeconds(tokens.until, stage.now);
      const args = [addressOf(step.to ?? tokens.of), UNITS.indexOf(tokens.unit), expiry, amount, "0x"] as const;
      return { from: tokens.of, data: encodeFunctionData({ abi: timeTokenAbi, functionName: "mint", args }) };
    }
    case "give": {
      const args = [addressOf(step.from), addressOf(step.to), id, amount, "0x"] as const;
      return {
        from: step.from,
        data: encodeFunctionData({ abi: timeTokenAbi, functionName: "safeTransferFrom", args }),
      };
    }
    case "convert": {
      const args = [id, UNITS.indexOf(step.to), amount] as const;
      return { from: step.by, data: encodeFunctionData({ abi: timeTokenAbi, functionName: "convert", args }) };
    }
    case "burn":
      return {
        from: step.by,
        data: encodeFunctionData({ abi: timeTokenAbi, functionName: "burn", args: [id, amount] }),
      };
    case "sweep": {
      const args = [addressOf(step.holder), [id]] as const;
      return { from: step.by, data: encodeFunctionData({ abi: timeTokenAbi, functionName: "sweep", args }) };
    }
    case "renew": {
      const args = await renewalOf(step, id, stage);
      return { from: tokens.of, data: encodeFunctionData({ abi: timeTokenAbi, functionName: "renew", args }) };
    }
  }
}

async function renewalOf(
  step: Extract<PromiseStep, { do: "renew" }>,
  id: bigint,
  { now, chainId, contracts: { token } }: Stage,
): Promise<[Renewal, Hex]> {
  const renewal: Renewal = {
    holder: addressOf(step.holder),
    id,
    amount: BigInt(step.tokens.amount),
    newExpiry: toUnixSeconds(step.until, now),
    nonce: BigInt(saltOf("renewal", step.holder, String(step.at))),
    validUntil: toUnixSeconds(step.at, now) + DAY,
  };
  if (!step.signed) return [renewal, "0x"];
  return [renewal, await accountOf(step.holder).signTypedData(renewalTypedData(renewal, { chainId, token }))];
}
