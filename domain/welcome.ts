import type { Address } from "viem";
import { sameAddress } from "./address.ts";

/** Whose promises pay for something. */
export type WelcomeRule = {
  /** The seller's own, anyone's, those of issuers with a reputation, or those of chosen members. */
  welcome: "own" | "anyone" | "reputation" | "members";
  /** The reputation an issuer needs at least; null unless that is the rule. */
  welcomeScore: number | null;
  /** The issuers whose promises are welcome; empty unless that is the rule. */
  welcomeMembers: readonly Address[];
};

export const EVERYBODY_WELCOME: WelcomeRule = { welcome: "anyone", welcomeScore: null, welcomeMembers: [] };

/**
 * Whether the seller takes promises of an issuer. Their own they always take: hours they owe come home.
 * @param scoreOf 0–100; null for somebody nobody has judged yet, who meets no reputation
 */
export function isWelcome(
  { welcome, welcomeScore, welcomeMembers }: WelcomeRule,
  issuer: Address,
  { seller, scoreOf }: { seller: Address; scoreOf: (issuer: Address) => number | null },
): boolean {
  if (sameAddress(issuer, seller)) return true;
  switch (welcome) {
    case "anyone":
      return true;
    case "own":
      return false;
    case "reputation":
      return (scoreOf(issuer) ?? -1) >= (welcomeScore ?? Infinity);
    case "members":
      return welcomeMembers.some((member) => sameAddress(member, issuer));
  }
}
