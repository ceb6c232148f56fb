import type { Hex } from "viem";

/** A transaction that was sent and whose end this browser has not seen. */
export type PendingTransaction = {
  hash: Hex;
  chainId: number;
  /** What it does, in the words of the page that sent it. */
  title: string;
  sentAt: number;
};

const KEY = "timetoken.pending-transactions";

/** After a day a transaction that never was mined will not be: its account has sent others since. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** @returns what is pending on this chain, the oldest first */
export function listPending(chainId: number): PendingTransaction[] {
  return readAll().filter((pending) => pending.chainId === chainId);
}

export function keepPending(pending: PendingTransaction): void {
  write([...readAll().filter(({ hash }) => hash !== pending.hash), pending]);
}

export function forgetPending(hash: Hex): void {
  write(readAll().filter((pending) => pending.hash !== hash));
}

function readAll(): PendingTransaction[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPending).filter(({ sentAt }) => Date.now() - sentAt < KEPT_MS) : [];
  } catch {
    return [];
  }
}

function isPending(value: unknown): value is PendingTransaction {
  if (typeof value !== "object" || value === null) return false;
  const { hash, chainId, title, sentAt } = value as Record<string, unknown>;
  return (
    typeof hash === "string" &&
    /^0x[0-9a-f]{64}$/.test(hash) &&
    typeof chainId === "number" &&
    typeof title === "string" &&
    typeof sentAt === "number"
  );
}

function write(pending: PendingTransaction[]): void {
  localStorage.setItem(KEY, JSON.stringify(pending));
}
