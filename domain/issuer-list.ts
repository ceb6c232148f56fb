import { encodeAbiParameters, hexToBigInt, keccak256, concat, zeroHash, type Address, type Hex } from "viem";
import { sameAddress } from "./address.ts";

/**
 * The Merkle tree of a list of issuers, as OpenZeppelin's StandardMerkleTree builds it of `address` leaves: a standing
 * offer bears its root, a payment brings proofs.
 * @param issuers in any order, each once
 * @returns the root; 32 zero bytes for an empty list
 */
export function issuersRoot(issuers: readonly Address[]): Hex {
  return treeOf(issuers)[0] ?? zeroHash;
}

/**
 * @returns the proof that `issuer` is in the list
 * @throws RangeError where it is not
 */
export function issuerProof(issuers: readonly Address[], issuer: Address): Hex[] {
  if (!issuers.some((other) => sameAddress(other, issuer))) throw new RangeError(`${issuer} is not in the list`);
  const tree = treeOf(issuers);
  const proof: Hex[] = [];
  for (let at = tree.indexOf(leafOf(issuer)); at > 0; at = (at - 1) >> 1) proof.push(tree[at % 2 ? at + 1 : at - 1]!);
  return proof;
}

/** @returns whether the proof leads from the issuer to the root. */
export function isProvenIssuer(root: Hex, issuer: Address, proof: readonly Hex[]): boolean {
  return proof.reduce<Hex>(hashPair, leafOf(issuer)) === root.toLowerCase();
}

/** A complete binary tree in an array, the root first and the leaves, in descending order, at its end. */
function treeOf(issuers: readonly Address[]): Hex[] {
  const leaves = issuers.map(leafOf).sort((a, b) => (hexToBigInt(a) < hexToBigInt(b) ? 1 : -1));
  const tree: Hex[] = [...leaves.slice(1).map(() => zeroHash), ...leaves];
  for (let at = leaves.length - 2; at >= 0; at -= 1) tree[at] = hashPair(tree[2 * at + 1]!, tree[2 * at + 2]!);
  return tree;
}

/** Hashed twice, so that no inner node is a leaf. */
function leafOf(issuer: Address): Hex {
  return keccak256(keccak256(encodeAbiParameters([{ type: "address" }], [issuer])));
}

function hashPair(a: Hex, b: Hex): Hex {
  return keccak256(hexToBigInt(a) < hexToBigInt(b) ? concat([a, b]) : concat([b, a]));
}
