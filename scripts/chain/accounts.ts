import { pbkdf2Sync } from "node:crypto";
import { toHex } from "viem";
import { HDKey } from "viem/accounts";
import { LOCAL_CHAIN } from "./local.ts";

/**
 * The private keys of the local chain's funded accounts, in their order. They are derived here since Hardhat stretches
 * the mnemonic anew for each account, which takes seconds.
 */
export function localPrivateKeys(): `0x${string}`[] {
  // BIP-39: this mnemonic is plain ASCII, so it is its own NFKD form.
  const seed = pbkdf2Sync(LOCAL_CHAIN.mnemonic, "mnemonic", 2048, 64, "sha512");
  const parent = HDKey.fromMasterSeed(new Uint8Array(seed)).derive("m/44'/60'/0'/0");
  return Array.from({ length: LOCAL_CHAIN.accounts }, (_, index) => {
    const { privateKey } = parent.deriveChild(index);
    if (!privateKey) throw new Error(`Account ${index} has no private key.`);
    return toHex(privateKey);
  });
}
