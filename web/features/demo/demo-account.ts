import { type HDAccount, mnemonicToAccount } from "viem/accounts";

/** The development mnemonic everyone knows: its accounts are worth nothing outside a local chain. */
const MNEMONIC = "test test test test test test test test test test test junk";

/** Accounts 1 to 24 are the members of the demo community; account 0 deploys the contracts. */
export const DEMO_MEMBER_COUNT = 24;

/** @param index 1 to 24 */
export function demoAccount(index: number): HDAccount {
  return mnemonicToAccount(MNEMONIC, { addressIndex: index });
}
