import { RLP } from "@ethereumjs/rlp";
import {
  bytesToHex,
  formatTransaction,
  hexToBytes,
  keccak256,
  numberToHex,
  serializeTransaction,
  type Hex,
  type RpcBlock,
  type RpcTransaction,
  type RpcTransactionReceipt,
  type TransactionSerializable,
} from "viem";
import { unknownType } from "#domain/receipt/encoding.ts";
import { ReceiptProblem } from "#domain/receipt/problem.ts";

/** A block with its transactions, as a node tells it. */
export type NodeBlock = RpcBlock<"latest", true>;

type Nested = Hex | Nested[];

/** Quantities lead with no zeros in RLP, and zero has no byte; all else is bytes as they are. */
const HEADER = [
  ["parentHash", "bytes"],
  ["sha3Uncles", "bytes"],
  ["miner", "bytes"],
  ["stateRoot", "bytes"],
  ["transactionsRoot", "bytes"],
  ["receiptsRoot", "bytes"],
  ["logsBloom", "bytes"],
  ["difficulty", "quantity"],
  ["number", "quantity"],
  ["gasLimit", "quantity"],
  ["gasUsed", "quantity"],
  ["timestamp", "quantity"],
  ["extraData", "bytes"],
  ["mixHash", "bytes"],
  ["nonce", "bytes"],
  // Each fork appended to it: 1559, 4895, 4844 (two), 4788, 7685.
  ["baseFeePerGas", "quantity"],
  ["withdrawalsRoot", "bytes"],
  ["blobGasUsed", "quantity"],
  ["excessBlobGas", "quantity"],
  ["parentBeaconBlockRoot", "bytes"],
  ["requestsHash", "bytes"],
] as const;

/**
 * @returns the block's header in RLP
 * @throws ReceiptProblem `unknown_encoding` where the block's hash was not made of it
 */
export function encodeHeader(block: NodeBlock): Hex {
  const values = block as unknown as Record<string, Hex | undefined>;
  const fields = HEADER.flatMap(([name, kind]) => {
    const value = values[name];
    if (value === undefined || value === null) return [];
    return [kind === "quantity" ? quantity(value) : value];
  });
  const encoded = encode(fields);
  if (keccak256(encoded) === block.hash) return encoded;
  throw new ReceiptProblem(
    "unknown_encoding",
    `Block ${Number(block.number)} has a header that is not encoded as Ethereum's are: receipts cannot be proven on this chain.`,
  );
}

/**
 * @returns the transaction as the block's tree has it
 * @throws ReceiptProblem `unknown_encoding`, naming the type
 */
export function encodeTransaction(transaction: RpcTransaction): Hex {
  requireKnownType(transaction.type, `Transaction ${transaction.hash}`);
  const { r, s, v, yParity, input, ...rest } = formatTransaction(transaction);
  const fields = { ...rest, data: input } as unknown as TransactionSerializable;
  const encoded = serializeTransaction(fields, { r, s, v, yParity });
  if (keccak256(encoded) === transaction.hash) return encoded;
  throw new ReceiptProblem("unknown_encoding", `Transaction ${transaction.hash} is not encoded as Ethereum's are.`);
}

/**
 * @returns the transaction's receipt as the block's tree has it
 * @throws ReceiptProblem `unknown_encoding`, naming the type
 */
export function encodeReceipt(receipt: RpcTransactionReceipt): Hex {
  requireKnownType(receipt.type, `The receipt of ${receipt.transactionHash}`);
  const list = encode([
    receipt.root ?? quantity(receipt.status),
    quantity(receipt.cumulativeGasUsed),
    receipt.logsBloom,
    receipt.logs.map(({ address, topics, data }) => [address, [...topics], data]),
  ]);
  const type = Number(receipt.type);
  return type === 0 ? list : `${numberToHex(type, { size: 1 })}${list.slice(2)}`;
}

const KNOWN_TYPES = ["0x0", "0x1", "0x2", "0x3", "0x4"];

function requireKnownType(type: string, what: string): void {
  if (!KNOWN_TYPES.includes(type)) throw unknownType(type, what);
}

function quantity(value: Hex): Hex {
  return BigInt(value) === 0n ? "0x" : numberToHex(BigInt(value));
}

function encode(value: Nested): Hex {
  const toBytes = (each: Nested): Parameters<typeof RLP.encode>[0] =>
    Array.isArray(each) ? each.map(toBytes) : evenBytes(each);
  return bytesToHex(RLP.encode(toBytes(value)));
}

function evenBytes(hex: Hex): Uint8Array {
  return hexToBytes(hex.length % 2 === 0 ? hex : `0x0${hex.slice(2)}`);
}
