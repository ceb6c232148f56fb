import { concat, keccak256, stringToBytes, toBytes, type Hex } from "viem";

/**
 * What goes on-chain in place of words: nobody can guess them from it, and once words and salt are shown anyone can
 * check them. Used for briefs, evidence, reasons, comments and replies.
 * @param salt 32 random bytes, kept beside the words
 * @returns keccak256 of the salt followed by the words in UTF-8
 * @throws RangeError where the salt is not 32 bytes
 */
export function commitWords(words: string, salt: Hex): Hex {
  const saltBytes = toBytes(salt);
  if (saltBytes.length !== 32) throw new RangeError(`a salt has 32 bytes, not ${saltBytes.length}`);
  return keccak256(concat([saltBytes, stringToBytes(words)]));
}
