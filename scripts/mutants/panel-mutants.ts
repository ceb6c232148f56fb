import { inFile, type Mutant } from "./mutant.ts";

/** What the arbiters' directory and their panels promise. */
export const PANEL_MUTANTS: readonly Mutant[] = [
  ...inFile("ArbiterPanel.sol", [
    ["a panel decides without a vote", "if (threshold_ == 0 || threshold_ > count)", "if (threshold_ > count)"],
    [
      "one member has two seats",
      " || _seats[member] != 0) revert ArbiterPanel_BadMembers(i);",
      ") revert ArbiterPanel_BadMembers(i);",
    ],
    [
      "anyone votes",
      "if (seat == 0) revert ArbiterPanel_NotMember(member);\n        return seat - 1;",
      "return seat == 0 ? 0 : seat - 1;",
    ],
    ["a party votes in its own deal", "if (member == terms.buyer || member == terms.seller ||", "if ("],
    [
      "a member votes twice",
      "if (case_.spoken & (1 << seat) != 0) revert ArbiterPanel_AlreadyVoted(dealId, member);",
      "",
    ],
    [
      "votes come after the decision",
      "if (case_.ballots.length == threshold || case_.recusals == threshold) revert",
      "if (case_.ballots.length > 32) revert",
    ],
    ["a panel votes out of turn", "if (!awaited) revert ArbiterPanel_NotAwaited(dealId, stage);", ""],
    [
      "a late vote counts",
      "if (block.timestamp > deadline) revert ArbiterPanel_TooLate(dealId, deadline, block.timestamp);",
      "",
    ],
    ["fewer votes decide", "if (votes < threshold) revert ArbiterPanel_Undecided(dealId, votes);\n    }", "}"],
    [
      "a single member steps back for all",
      "if (votes < threshold) revert ArbiterPanel_Undecided(dealId, votes);\n        escrow.recuse",
      "escrow.recuse",
    ],
    [
      "anything pushed is a fee",
      "if (msg.sender != address(token) || operator != address(escrow) || from != address(escrow)) {",
      "if (msg.sender != address(token)) {",
    ],
    ["remainders are nobody's", "fee.extra += uint128(extra);", ""],
    ["a fee is withdrawn twice", "_withdrawn[dealId][ids[i]][member] += amount;", ""],
    ["every voter gets the remainder", "i == 0 ? uint256(fee.each)", "i != 9 ? uint256(fee.each)"],
    ["one member lists the panel", "if (votes < threshold) return false;", ""],
    ["a listing's votes stay", "for (uint256 i = 0; i < _members.length; ++i) delete _listings[_members[i]];", ""],
  ]),
  ...inFile("libraries/Median.sol", [
    ["the upper middle is taken", "values[(values.length - 1) / 2]", "values[values.length / 2]"],
    ["votes are not sorted", "place > 0 && values[place - 1] > value", "place > 0 && values[place - 1] > value + 1"],
  ]),
  ...inFile("libraries/Ballot.sol", [["a vote runs into its neighbour", "BITS = 24;", "BITS = 12;"]]),
  ...inFile("ArbiterRegistry.sol", [
    ["an arbiter asks for more than a deal can give", "feeBps > TermsLib.MAX_FEE_BPS", "feeBps > 10_000"],
  ]),
];
