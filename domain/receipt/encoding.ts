import { RLP } from "@ethereumjs/rlp";
import { bytesToHex, hexToBytes, parseTransaction, toHex, type Address, type Hex } from "viem";
import { ReceiptProblem } from "./problem.ts";

/** A log as a transaction's receipt has it. */
export type ReceiptLog = { address: Address; topics: Hex[]; data: Hex };

/** What came of a transaction. */
export type Effects = { succeeded: boolean; logs: ReceiptLog[] };

/** The types of transactions Ethereum knows (EIP-2718): legacy, 2930, 1559, 4844, 7702. */
const KNOWN_TYPES = 5;
/** Where a list in RLP begins; any lower first byte is a type. */
const FIRST_OF_LIST = 0xc0;

/**
 * @returns what stands behind the byte of the type
 * @throws ReceiptProblem `unknown_encoding`, naming the type
 */
export function withoutType(encoded: Hex, what: string): Hex {
  const first = Number(encoded.slice(0, 4));
  if (first >= FIRST_OF_LIST) return encoded;
  if (first < KNOWN_TYPES) return `0x${encoded.slice(4)}`;
  throw unknownType(toHex(first), what);
}

/** The refusal of a type that is not Ethereum's. */
export function unknownType(type: string, what: string): ReceiptProblem {
  return new ReceiptProblem(
    "unknown_encoding",
    `${what} is of type ${type}, which Ethereum does not know: receipts are for chains with Ethereum's encoding only.`,
  );
}

/**
 * Reads a transaction's receipt as blocks sum it up.
 * @throws ReceiptProblem `unknown_encoding`
 */
export function readEffects(encoded: Hex): Effects {
  const decoded = decodeList(withoutType(encoded, "A transaction's receipt"));
  const [status, , , logs] = decoded;
  if (decoded.length !== 4 || !(status instanceof Uint8Array) || !Array.isArray(logs)) throw unreadable();
  return { succeeded: status.length === 1 && status[0] === 1, logs: logs.map(readLog) };
}

function readLog(log: unknown): ReceiptLog {
  if (!Array.isArray(log)) throw unreadable();
  const [address, topics, data] = log as unknown[];
  if (!(address instanceof Uint8Array && Array.isArray(topics) && data instanceof Uint8Array)) throw unreadable();
  return {
    address: bytesToHex(address),
    topics: topics.map((topic) => bytesToHex(topic as Uint8Array)),
    data: bytesToHex(data),
  };
}

/**
 * Reads what a transaction called with.
 * @throws ReceiptProblem `unknown_encoding`
 */
export function readInput(encoded: Hex): Hex {
  withoutType(encoded, "A transaction");
  try {
    return parseTransaction(encoded).data ?? "0x";
  } catch (cause) {
    throw new ReceiptProblem("unknown_encoding", "A transaction is not encoded as Ethereum's are.", { cause });
  }
}

function decodeList(encoded: Hex): unknown[] {
  try {
    const decoded: unknown = RLP.decode(hexToBytes(encoded));
    if (Array.isArray(decoded)) return decoded;
  } catch {
    // Told below.
  }
  throw unreadable();
}

function unreadable(): ReceiptProblem {
  return new ReceiptProblem("unknown_encoding", "A transaction's receipt is not encoded as Ethereum's are.");
}
