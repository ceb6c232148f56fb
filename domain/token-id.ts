import { isAddress, numberToHex, type Address } from "viem";
import { UNITS, minutesPer, type Unit } from "./units.ts";

/** What a token id says. */
export type TokenIdParts = {
  /** Whose time is promised; lower case when unpacked. */
  issuer: Address;
  /** How the time is counted. */
  unit: Unit;
  /** The first second in which the promise no longer holds; 0 for never. */
  expiry: number;
};

/** The bits of an id, or the parts for one, do not follow `issuer160 | unit8 | expiry40 | 48 zero bits`. */
export class InvalidTokenId extends Error {
  override readonly name = "InvalidTokenId";
  readonly code = "InvalidTokenId";
}

const EXPIRY_LIMIT = 2 ** 40;
const LOW_BITS = (1n << 48n) - 1n;

/**
 * Packs issuer, unit and expiry into an ERC-1155 id, as `TokenIdLib.pack`.
 * @throws InvalidTokenId on the zero address, an unknown unit or an expiry outside uint40
 */
export function packTokenId({ issuer, unit, expiry }: TokenIdParts): bigint {
  if (!isAddress(issuer, { strict: false }) || BigInt(issuer) === 0n) throw new InvalidTokenId(`no issuer: ${issuer}`);
  const index = UNITS.indexOf(unit);
  if (index < 0) throw new InvalidTokenId(`no such unit: ${unit}`);
  if (!Number.isInteger(expiry) || expiry < 0 || expiry >= EXPIRY_LIMIT)
    throw new InvalidTokenId(`no such expiry: ${expiry}`);
  return (BigInt(issuer) << 96n) | (BigInt(index) << 88n) | (BigInt(expiry) << 48n);
}

/**
 * Reads issuer, unit and expiry out of an id, as `TokenIdLib`.
 * @throws InvalidTokenId where the bits do not follow the layout
 */
export function unpackTokenId(id: bigint): TokenIdParts {
  const issuer = id >> 96n;
  const unit = UNITS[Number((id >> 88n) & 0xffn)];
  if (id < 0n || issuer === 0n || issuer >> 160n !== 0n || unit === undefined || (id & LOW_BITS) !== 0n)
    throw new InvalidTokenId(`not a token id: ${id}`);
  return {
    issuer: numberToHex(issuer, { size: 20 }),
    unit,
    expiry: Number((id >> 48n) & BigInt(EXPIRY_LIMIT - 1)),
  };
}

/** Whether the bits of `id` follow the layout. */
export function isTokenId(id: bigint): boolean {
  try {
    unpackTokenId(id);
    return true;
  } catch {
    return false;
  }
}

/** Whether the promise has run out at `now` (unix seconds): from the second `expiry` on. */
export function hasLapsed(id: bigint, now: number): boolean {
  const { expiry } = unpackTokenId(id);
  return expiry !== 0 && now >= expiry;
}

/** @returns the minutes one token of `id` is worth. */
export function minutesPerToken(id: bigint): number {
  return minutesPer(unpackTokenId(id).unit);
}
