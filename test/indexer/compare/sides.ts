import type { PoolClient } from "pg";
import type { Address, Block, PublicClient } from "viem";
import type { Contracts } from "#domain/contract-abis.ts";

/** One value the index has otherwise than the chain. */
export type Difference = { what: string; index: unknown; chain: unknown };

/** The index and the chain at one block, and what was found. */
export type Sides = {
  connection: PoolClient;
  client: PublicClient;
  contracts: Contracts;
  startBlock: number;
  block: Block;
  compared: number;
  differences: Difference[];
};

/** Notes one comparison. Values are compared as text, so that a bigint equals its decimal string. */
export function expectEqual(sides: Sides, what: string, index: unknown, chain: unknown): void {
  sides.compared += 1;
  if (textOf(index) !== textOf(chain)) sides.differences.push({ what, index, chain });
}

/** @returns one line for a person */
export function describeDifference({ what, index, chain }: Difference): string {
  return `${what}: index ${textOf(index)}, chain ${textOf(chain)}`;
}

/** @returns all rows of `select`; bigints come as decimal strings */
export async function readRows<Row extends object>({ connection }: Sides, select: string): Promise<Row[]> {
  return (await connection.query<Row>(select)).rows;
}

/** Compares all rows at once, so that the questions to the chain travel in batches. */
export async function compareEach<Row>(rows: readonly Row[], compare: (row: Row) => Promise<void>): Promise<void> {
  await Promise.all(rows.map(compare));
}

/** How a contract is read at the compared block. */
export function readAt<const abi>({ block }: Sides, address: Address, abi: abi) {
  if (block.number === null) throw new Error("A pending block cannot be compared");
  return { address, abi, blockNumber: block.number };
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner));
}
