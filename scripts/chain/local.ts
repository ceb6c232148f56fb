/** The chain of development and tests: its accounts are public knowledge and worth nothing anywhere else. */
export const LOCAL_CHAIN = {
  id: 31337,
  rpcUrl: "http://127.0.0.1:8545",
  mnemonic: "test test test test test test test test test test test junk",
  /** Funded accounts: number 0 deploys, 1 to 24 are the demo's members. */
  accounts: 44,
} as const;
