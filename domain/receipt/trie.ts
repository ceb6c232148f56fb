import { createMerkleProof, createMPT, createMPTFromProof } from "@ethereumjs/mpt";
import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, hexToBytes, type Hex } from "viem";

/** The tree of a block's transactions or receipts. */
export type BlockTree = {
  root: Hex;
  /** @returns the nodes from the root to the value at this place */
  prove(index: number): Promise<Hex[]>;
};

/** Grows the tree of all transactions or all receipts of a block, as its header sums it up in a root. */
export async function growTree(values: readonly Hex[]): Promise<BlockTree> {
  const trie = await createMPT();
  for (const [index, value] of values.entries()) await trie.put(keyOf(index), hexToBytes(value));
  return {
    root: bytesToHex(trie.root()),
    prove: async (index) => (await createMerkleProof(trie, keyOf(index))).map((node) => bytesToHex(node)),
  };
}

/**
 * Follows a proof to the value at one place. Nodes that are not on the way are not taken.
 * @returns null where the nodes do not lead from `root` to it
 */
export async function followProof(root: Hex, index: number, proof: readonly Hex[]): Promise<Hex | null> {
  if (proof.length === 0) return null;
  try {
    const trie = await createMPTFromProof(
      proof.map((node) => hexToBytes(node)),
      { root: hexToBytes(root) },
    );
    const value = await trie.get(keyOf(index), true);
    const path = await createMerkleProof(trie, keyOf(index));
    const isExact = path.length === proof.length && path.every((node, at) => bytesToHex(node) === proof[at]);
    return value !== null && isExact ? bytesToHex(value) : null;
  } catch {
    return null;
  }
}

function keyOf(index: number): Uint8Array {
  return RLP.encode(index);
}
