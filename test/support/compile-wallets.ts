import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Abi, Hex } from "viem";

/** A contract ready to be deployed. */
export type Compiled = { abi: Abi; bytecode: Hex };

/** The tests' contract wallets, by the same compiler as the contracts; the source names no others. */
export async function compileWallets(): Promise<{ wallet: Compiled; factory: Compiled }> {
  const solc = createRequire(import.meta.url)("solc") as { compile: (input: string) => string };
  const content = await readFile(join(import.meta.dirname, "../contracts/support/SignInWallet.sol"), "utf8");
  const outputSelection = { "*": { "*": ["abi", "evm.bytecode.object"] } };
  const input = { language: "Solidity", sources: { wallets: { content } }, settings: { outputSelection } };
  const { contracts } = JSON.parse(solc.compile(JSON.stringify(input))) as {
    contracts: { wallets: Record<string, { abi: Abi; evm: { bytecode: { object: string } } }> };
  };
  const of = (name: string): Compiled => {
    const found = contracts.wallets[name];
    if (!found) throw new Error(`${name} did not compile`);
    return { abi: found.abi, bytecode: `0x${found.evm.bytecode.object}` };
  };
  return { wallet: of("SignInWallet"), factory: of("SignInWalletFactory") };
}
