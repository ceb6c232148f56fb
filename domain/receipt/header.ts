import { RLP } from "@ethereumjs/rlp";
import { bytesToBigInt, bytesToHex, hexToBytes, keccak256, type Hex } from "viem";
import { ReceiptProblem } from "./problem.ts";

/** What a receipt reads in a block's header. */
export type Header = {
  /** The block's hash: the header's keccak256. */
  hash: Hex;
  number: number;
  /** Unix seconds. */
  timestamp: number;
  transactionsRoot: Hex;
  receiptsRoot: Hex;
};

/** Places of the fields in the list; later forks only append to it. */
const TRANSACTIONS_ROOT = 4;
const RECEIPTS_ROOT = 5;
const NUMBER = 8;
const TIMESTAMP = 11;
const FEWEST_FIELDS = 15;

/** The contracts count seconds in 40 bits; no chain has more blocks than that either. */
const LARGEST = 2n ** 40n;

/**
 * Reads a block's header.
 * @throws ReceiptProblem `header` where the bytes are none
 */
export function readHeader(encoded: Hex): Header {
  const fields = decodeFields(encoded);
  const [transactionsRoot, receiptsRoot] = [fields[TRANSACTIONS_ROOT]!, fields[RECEIPTS_ROOT]!];
  return {
    hash: keccak256(encoded),
    number: toNumber(fields[NUMBER]!),
    timestamp: toNumber(fields[TIMESTAMP]!),
    transactionsRoot: bytesToHex(transactionsRoot),
    receiptsRoot: bytesToHex(receiptsRoot),
  };
}

function decodeFields(encoded: Hex): Uint8Array[] {
  try {
    const fields = RLP.decode(hexToBytes(encoded));
    if (Array.isArray(fields) && fields.length >= FEWEST_FIELDS && fields.every(isBytes)) return fields;
  } catch {
    // Told below, with what is no list of bytes at all.
  }
  throw new ReceiptProblem("header", "A block's header is no list of fields in RLP, as Ethereum writes it.");
}

/** Zero has no byte in RLP. */
function toNumber(field: Uint8Array): number {
  const value = field.length === 0 ? 0n : bytesToBigInt(field);
  if (value < LARGEST) return Number(value);
  throw new ReceiptProblem("header", "A block's header has a number or a time that no block has.");
}

function isBytes(field: unknown): field is Uint8Array {
  return field instanceof Uint8Array;
}
