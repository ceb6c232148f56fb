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

/** What the refusals call it. */
const EFFECTS = "A transaction's receipt";

/**
 * @returns what stands behind the byte of the type
 * @throws ReceiptProblem `unknown_encoding`, naming the type
 */
function withoutType(encoded: Hex, what: string): Hex {
  if (encoded === "0x") throw unreadable(what);
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
  const decoded = decodeList(withoutType(encoded, EFFECTS));
  const [status, , , logs] = decoded;
  if (decoded.length !== 4 || !isBytes(status) || !Array.isArray(logs)) throw unreadable(EFFECTS);
  return { succeeded: status.length === 1 && status[0] === 1, logs: logs.map(readLog) };
}

function readLog(log: unknown): ReceiptLog {
  if (!Array.isArray(log)) throw unreadable(EFFECTS);
  const [address, topics, data] = log as unknown[];
  if (!isBytes(address) || !Array.isArray(topics) || !topics.every(isBytes) || !isBytes(data))
    throw unreadable(EFFECTS);
  return { address: bytesToHex(address), topics: topics.map((topic) => bytesToHex(topic)), data: bytesToHex(data) };
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
    throw unreadable("A transaction", cause);
  }
}

function decodeList(encoded: Hex): unknown[] {
  try {
    const decoded: unknown = RLP.decode(hexToBytes(encoded));
    if (Array.isArray(decoded)) return decoded;
  } catch {
    // Told below.
  }
  throw unreadable(EFFECTS);
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function unreadable(what: string, cause?: unknown): ReceiptProblem {
  return new ReceiptProblem("unknown_encoding", `${what} is not encoded as Ethereum's are.`, { cause });
}
