/** @returns a random, unordered nonce of 256 bits, as consents use it. */
export function drawNonce(): bigint {
  return crypto.getRandomValues(new BigUint64Array(4)).reduce((nonce, word) => (nonce << 64n) | word, 0n);
}
