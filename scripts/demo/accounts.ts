import type { Address } from "viem";
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import { localPrivateKeys } from "#scripts/chain/accounts.ts";
import { MEMBERS, type Handle } from "./members.ts";

const [deployerKey] = localPrivateKeys();
if (!deployerKey) throw new Error("the local chain has no accounts");
const deployer = privateKeyToAccount(deployerKey);
const accounts = memberAccounts();

/** Who deployed the contracts: account number 0, in lower case. */
export const deployerAddress = deployer.address.toLowerCase() as Address;

/** @returns the account that sends a step of the story. */
export function senderOf(from: Handle | "deployer"): PrivateKeyAccount {
  return from === "deployer" ? deployer : accountOf(from);
}

/** @returns the account of a demo member, able to sign: number 1 for the first, since number 0 deploys. */
export function accountOf(handle: Handle): PrivateKeyAccount {
  const account = accounts.get(handle);
  if (!account) throw new Error(`there is no demo member ${handle}`);
  return account;
}

/** @returns the address of a demo member, in lower case. */
export function addressOf(handle: Handle): Address {
  return accountOf(handle).address.toLowerCase() as Address;
}

function memberAccounts(): Map<Handle, PrivateKeyAccount> {
  const [, ...keys] = localPrivateKeys();
  return new Map(
    MEMBERS.map(({ handle }, index) => {
      const key = keys[index];
      if (!key) throw new Error(`the local chain has no account for ${handle}`);
      return [handle, privateKeyToAccount(key)];
    }),
  );
}
