import { inFile, type Mutant } from "./mutant.ts";

/** What the swap promises. */
export const SWAP_MUTANTS: readonly Mutant[] = [
  ...inFile("TimeSwap.sol", [
    ["a ring of one", "MIN_RING = 2;", "MIN_RING = 1;"],
    ["a ring of nine", "MAX_RING = 8;", "MAX_RING = 9;"],
    [
      "a ring pays somebody else",
      "_move(orders[i].maker, orders[(i + 1) % count].maker, orders[i].give);",
      "_move(orders[i].maker, orders[(i + count - 1) % count].maker, orders[i].give);",
    ],
    ["an order takes anything", "if (!order.takes(payment)) revert TimeSwap_NotWanted(orderId);", ""],
    ["an order is filled twice", "_useNonce(order.maker, order.nonce);\n", ""],
    [
      "an order never ends",
      "if (block.timestamp > order.validUntil) revert TimeSwap_SignatureExpired(order.validUntil);",
      "",
    ],
    [
      "an old epoch's order stands",
      "if (order.epoch != current) revert TimeSwap_WrongEpoch(order.maker, order.epoch, current);",
      "",
    ],
    ["an order wants two things", "if (!order.hasOneWant()) revert TimeSwap_BadWant(orderId);", ""],
    [
      "anyone signs an order",
      "if (!Signatures.isSignedBy(order.maker, orderId, signature)) revert TimeSwap_BadSignature(order.maker);",
      "",
    ],
    ["the maker gives and is not paid", "_move(payer, order.maker, payment);", ""],
  ]),
  ...inFile("libraries/OrderLib.sol", [
    [
      "less than the wanted minutes is taken",
      "return total == order.wantMinutes;",
      "return total <= order.wantMinutes;",
    ],
    ["anyone's minutes are taken", "if (id.issuer() != order.issuer || tooSoon)", "if (tooSoon)"],
    [
      "minutes that end too soon are taken",
      "if (id.issuer() != order.issuer || tooSoon)",
      "if (id.issuer() != order.issuer)",
    ],
    ["one id twice in a bundle", "bundle.ids[i] > bundle.ids[i - 1];", "bundle.ids[i] >= bundle.ids[i - 1];"],
    ["what lapsed is swapped", "if (id.hasLapsed(time)) revert ITimeSwap.TimeSwap_Lapsed(id);", ""],
  ]),
];
