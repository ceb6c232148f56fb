import { toHex, type Address } from "viem";
import { mnemonicToAccount, privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import { MEMBERS, type Handle } from "./members.ts";

/** The development mnemonic every local chain funds. Account 0 deploys; the members are accounts 1–24. */
export const DEMO_MNEMONIC = "test test test test test test test test test test test junk";

const accounts = deriveAccounts();

/** @returns the account of a demo member, able to sign. */
export function accountOf(handle: Handle): PrivateKeyAccount {
  const account = accounts.get(handle);
  if (!account) throw new Error(`there is no demo member ${handle}`);
  return account;
}

/** @returns the address of a demo member, in lower case. */
export function addressOf(handle: Handle): Address {
  return accountOf(handle).address.toLowerCase() as Address;
}

function deriveAccounts(): Map<Handle, PrivateKeyAccount> {
  // The parent key once, its children one by one: the mnemonic's key stretching is slow on purpose.
  const parent = mnemonicToAccount(DEMO_MNEMONIC, { path: "m/44'/60'/0'/0" as `m/44'/60'/${string}` }).getHdKey();
  return new Map(
    MEMBERS.map(({ handle }, index) => {
      const { privateKey } = parent.deriveChild(index + 1);
      if (!privateKey) throw new Error(`no key for account ${index + 1}`);
      return [handle, privateKeyToAccount(toHex(privateKey))];
    }),
  );
}
