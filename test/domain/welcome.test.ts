import { describe, expect, it } from "vitest";
import { EVERYBODY_WELCOME, isWelcome, type WelcomeRule } from "#domain/welcome.ts";
import { account, SELLER, STRANGER } from "./example-deal.ts";

const scores = new Map([
  [STRANGER, 60],
  [account(7), 59],
]);
const about = { seller: SELLER, scoreOf: (issuer: typeof SELLER) => scores.get(issuer) ?? null };
const rule = (part: Partial<WelcomeRule>): WelcomeRule => ({ ...EVERYBODY_WELCOME, ...part });

const RULES: [string, WelcomeRule][] = [
  ["anyone's", EVERYBODY_WELCOME],
  ["one's own", rule({ welcome: "own" })],
  ["a reputation", rule({ welcome: "reputation", welcomeScore: 60 })],
  ["chosen members", rule({ welcome: "members", welcomeMembers: [STRANGER] })],
];

describe.each(RULES)("given that %s are welcome", (_, welcome) => {
  it("takes the seller's own, whoever else is welcome", () => expect(isWelcome(welcome, SELLER, about)).toBe(true));
  it("takes them in any spelling of the address", () =>
    expect(isWelcome(welcome, SELLER.toUpperCase().replace("0X", "0x") as typeof SELLER, about)).toBe(true));
});

describe("given somebody else's promises", () => {
  it("takes none where only the seller's own are welcome", () =>
    expect(isWelcome(rule({ welcome: "own" }), STRANGER, about)).toBe(false));
  it("takes those of a reputation from the very point on, and nobody's whom none has judged", () => {
    const sixty = rule({ welcome: "reputation", welcomeScore: 60 });
    expect([STRANGER, account(7), account(8)].map((issuer) => isWelcome(sixty, issuer, about))).toEqual([
      true,
      false,
      false,
    ]);
  });
  it("takes those of chosen members alone", () => {
    const chosen = rule({ welcome: "members", welcomeMembers: [STRANGER] });
    expect([isWelcome(chosen, STRANGER, about), isWelcome(chosen, account(7), about)]).toEqual([true, false]);
  });
  it("takes everybody's where anyone's are welcome", () =>
    expect(isWelcome(EVERYBODY_WELCOME, account(8), about)).toBe(true));
});
