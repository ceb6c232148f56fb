import { inFile, type Mutant } from "./mutant.ts";
import { PANEL_MUTANTS } from "./panel-mutants.ts";
import { SWAP_MUTANTS } from "./swap-mutants.ts";

/** Every rule the contracts promise, broken once; in the order of the files. */
export const MUTANTS: readonly Mutant[] = [
  ...inFile("TimeToken.sol", [
    [
      "an amount of nothing is minted",
      "if (amount == 0) revert TimeToken_ZeroAmount();\n        _checkExpiryAhead",
      "_checkExpiryAhead",
    ],
    [
      "a mint counts against nobody's line",
      "_raiseOutstanding(issuer, Math",
      "if (amount == 0) _raiseOutstanding(issuer, Math",
    ],
    ["a past expiry is minted", "expiry <= block.timestamp) revert", "expiry < block.timestamp) revert"],
    ["converting rounds down", "if (total % minutesPerNew != 0)", "if (total < minutesPerNew)"],
    [
      "a lapsed balance is converted",
      "if (id.hasLapsed(block.timestamp)) revert TimeToken_Lapsed(id);\n\n        uint256 total",
      "uint256 total",
    ],
    [
      "anyone renews",
      "if (id.issuer() != issuer) revert TimeToken_OnlyIssuer(id, issuer);\n        if (renewal",
      "if (renewal",
    ],
    ["the escrow's balance is renewed", "if (renewal.holder == escrow) revert TimeToken_HeldByEscrow(id);", ""],
    ["a renewal keeps the expiry", "renewal.newExpiry <= expiry)", "renewal.newExpiry < expiry)"],
    [
      "a running balance is renewed without consent",
      "if (!id.hasLapsed(block.timestamp) && renewal.holder != issuer) _use",
      "if (id.hasLapsed(block.timestamp) && renewal.holder != issuer) _use",
    ],
    [
      "a late consent is taken",
      "if (block.timestamp > renewal.validUntil) revert TimeToken_SignatureExpired(renewal.validUntil);",
      "",
    ],
    ["a consent is used twice", "_useNonce(renewal.holder, renewal.nonce);", ""],
    ["an issuer's burn is forgiven", "reason = BurnReason.Withdrawn;", "reason = BurnReason.Forgiven;"],
    ["the escrow is swept", "if (holder == escrow) revert TimeToken_HeldByEscrow(id);", ""],
    ["what still runs is swept", "if (!id.hasLapsed(block.timestamp)) revert TimeToken_NotLapsed(id);", ""],
    ["anyone redeems", "if (msg.sender != escrow) revert TimeToken_OnlyEscrow(msg.sender);", ""],
    ["burning leaves the outstanding as it was", "record.outstandingMinutes -= burnedMinutes;", ""],
    ["every burn earns credit", "if (reason == BurnReason.Redeemed) record", "record"],
    [
      "a lapsed id is moved",
      "if (TokenId.wrap(ids[i]).hasLapsed(block.timestamp)) revert TimeToken_Lapsed(TokenId.wrap(ids[i]));",
      "",
    ],
    ["the first mint is forgotten", "if (record.since == 0) record.since = uint40(block.timestamp);", ""],
  ]),
  ...inFile("TimeEscrow.sol", [
    ["another token pays", "if (msg.sender != address(token)) revert TimeEscrow_OnlyToken(msg.sender);", ""],
    ["an operator opens", "operator != terms.buyer || ", ""],
    ["another's tokens pay", "(from != operator && from != address(0))", "false"],
    ["another amount pays", " || terms.amounts[0] != value", ""],
    [
      "anyone accepts",
      "_checkCaller(dealId, terms.seller);\n        _checkInTime(dealId, terms.acceptBy);",
      "_checkInTime(dealId, terms.acceptBy);",
    ],
    [
      "a late acceptance is taken",
      "_checkCaller(dealId, terms.seller);\n        _checkInTime(dealId, terms.acceptBy);",
      "_checkCaller(dealId, terms.seller);",
    ],
    ["anyone delivers", "_checkCaller(dealId, deal.seller);", ""],
    [
      "it is delivered before the slot",
      "if (block.timestamp < deal.since) revert TimeEscrow_TooEarly(dealId, deal.since, block.timestamp);",
      "",
    ],
    [
      "a late delivery is taken",
      "TimeEscrow_TooEarly(dealId, deal.since, block.timestamp);\n        _checkInTime(dealId, deal.deliverBy);",
      "TimeEscrow_TooEarly(dealId, deal.since, block.timestamp);",
    ],
    ["anyone confirms", "_checkCaller(dealId, terms.buyer);\n        _closeWhole", "_closeWhole"],
    [
      "the buyer takes a delivered payment back",
      "_checkCaller(dealId, terms.seller);\n        _closeWhole",
      "_closeWhole",
    ],
    [
      "an amendment changes anything",
      "if (!TermsLib.isAmendment(terms, newTerms)) revert TimeEscrow_NotAmendable();",
      "",
    ],
    ["a late dispute is taken", "_checkInTime(dealId, uint256(deal.since) + terms.reviewWindow);", ""],
    ["a ruling gives more than there is", "Split.check(terms, sellerMinutes, terms.arbiterFeeBps);", ""],
    [
      "an appealable ruling is paid at once",
      "if (stage == Status.Disputed && terms.appealArbiter != address(0)) {",
      "if (stage == Status.Pending) {",
    ],
    ["a late appeal is taken", "_checkInTime(dealId, uint256(deal.since) + terms.appealWindow);", ""],
    [
      "a settlement ignores the ruling that stands",
      "if (settlement.ruling != _rulings[dealId]) revert TimeEscrow_RulingMismatch(_rulings[dealId]);",
      "",
    ],
    [
      "a settlement outlives its last second",
      "if (block.timestamp > settlement.validUntil) revert TimeEscrow_SignatureExpired(settlement.validUntil);",
      "",
    ],
    ["a settlement's nonce is not used up", "_useNonce(signer, settlement.nonce);", ""],
    [
      "a poke comes a second early",
      "if (block.timestamp <= deadline) revert TimeEscrow_TooEarly",
      "if (block.timestamp < deadline) revert TimeEscrow_TooEarly",
    ],
    ["silence after a delivery refunds", "Outcome.Completed, true)", "Outcome.Refunded, true)"],
    [
      "any ruling can be called the standing one",
      "if (Consents.hashRuling(standing) != ruling) revert TimeEscrow_RulingMismatch(ruling);",
      "",
    ],
    ["used terms open again", "_checkStatus(dealId, _deals[dealId].status, Status.None);", ""],
    [
      "the appeal arbiter waits for nobody",
      "arbiter = stage == Status.Disputed ? terms.arbiter : terms.appealArbiter;",
      "arbiter = terms.arbiter;",
    ],
    [
      "a deadline's second is no longer the actor's",
      "if (block.timestamp > deadline) revert TimeEscrow_TooLate",
      "if (block.timestamp >= deadline) revert TimeEscrow_TooLate",
    ],
    [
      "conceding after a ruling pays the arbiter nothing",
      "return _rulings[dealId] == 0 ? address(0) : terms.arbiter;",
      "return address(0);",
    ],
  ]),
  ...inFile("base/Payouts.sol", [
    ["a push is tried with what gas there is", "if (gasleft() < needed) revert TimeEscrow_TooLittleGas(needed);", ""],
    ["anyone's claim is redirected to the escrow", "to == address(this) || ", ""],
    ["a claim is paid twice", "delete _claims[dealId][owner][id];", ""],
    [
      "a running claim is lapsed",
      "if (!TokenId.wrap(id).hasLapsed(block.timestamp)) revert ITimeToken.TimeToken_NotLapsed(TokenId.wrap(id));",
      "",
    ],
  ]),
  ...inFile("base/UnorderedNonces.sol", [
    ["a nonce is used twice", "if (word & bit != 0) revert", "if (word & bit == 1 << 255) revert"],
  ]),
  ...inFile("libraries/Stages.sol", [
    ["a silent arbiter's turn never ends", "time > deadline", "time > deadline + 365 days"],
    ["an escalation begins with the poke", "deadline + terms.rulingWindow);", "time + terms.rulingWindow);"],
  ]),
  ...inFile("libraries/TermsLib.sol", [
    ["the seller has no hour to deliver", "MIN_DELIVERY_TIME = 1 hours", "MIN_DELIVERY_TIME = 0"],
    ["payment lapses before the deal ends", "MIN_EXPIRY_MARGIN = 7 days", "MIN_EXPIRY_MARGIN = 0"],
    ["an arbiter takes a third", "MAX_FEE_BPS = 2000", "MAX_FEE_BPS = 3333"],
    ["the buyer arbitrates", "if (role == roles[j]) revert", "if (role == roles[j] && j == 3) revert"],
    ["ids come in any order", "bool ascending = i == 0 || terms.ids[i] > terms.ids[i - 1];", "bool ascending = true;"],
    [
      "an amendment changes the fee",
      "                    terms.arbiterFeeBps,\n                    terms.silenceSellerBps\n                )\n            );\n    }\n}",
      "                    terms.silenceSellerBps\n                )\n            );\n    }\n}",
    ],
  ]),
  ...inFile("libraries/Split.sol", [
    [
      "shares round up",
      "return (amount * bps) / TermsLib.BPS;",
      "return (amount * bps + TermsLib.BPS - 1) / TermsLib.BPS;",
    ],
    [
      "a seller gets the arbiter's fee too",
      "if (sellerMinutes[i] > most) revert",
      "if (sellerMinutes[i] > most + 1) revert",
    ],
  ]),
  ...inFile("libraries/CreditLine.sol", [
    ["credit is earned twice as fast", "DAILY_MINUTES = 60;", "DAILY_MINUTES = 120;"],
    ["a line has no end", "return Math.min(MAX_MINUTES, START_MINUTES + earned);", "return START_MINUTES + earned;"],
  ]),
  ...inFile("libraries/TokenId.sol", [["a promise holds a second longer", "time >= until", "time > until"]]),
  ...inFile("RatingBook.sol", [
    ["a third rating is taken", "if (said & bit != 0) continue;", ""],
    [
      "an open deal is rated",
      "if (deal.status != Status.Closed) revert RatingBook_NotClosed(dealId, deal.status);",
      "",
    ],
    ["what was never delivered is rated", "if (deal.flags & RATEABLE == 0) revert RatingBook_NotRateable(dealId);", ""],
    [
      "ratings never close",
      "if (block.timestamp > deadline) revert RatingBook_TooLate(dealId, deadline, block.timestamp);",
      "",
    ],
    ["six stars", "rating.stars > 5", "rating.stars > 6"],
    [
      "anyone rates for another",
      "if (_msgSender() == rating.rater && rating.signature.length == 0) return;",
      "if (rating.signature.length == 0) return;",
    ],
    ["a second reply is taken", "if (said & (bit << 2) != 0) revert RatingBook_AlreadyReplied(dealId, rater);", ""],
  ]),
  ...inFile("OfferBook.sol", [
    ["anyone takes a slot", "if (msg.sender != escrow) revert OfferBook_OnlyEscrow(msg.sender);", ""],
    [
      "an offer never ends",
      "if (block.timestamp > offer.validUntil) revert OfferBook_Expired(offer.validUntil, block.timestamp);",
      "",
    ],
    [
      "a cancelled offer stands",
      "if (_isNonceUsed(offer.seller, offer.nonce)) revert OfferBook_Cancelled(offer.seller, offer.nonce);",
      "",
    ],
    ["an old epoch's offer stands", "if (offer.epoch != epoch) revert OfferBook_OldEpoch(offer.epoch, epoch);", ""],
    ["a slot is taken twice", "if (word & bit != 0) revert OfferBook_SlotUsed(offerHash, slot);", ""],
    ["there is a slot more", "if (slot >= slots) revert", "if (slot > slots) revert"],
    [
      "anyone signs an offer",
      "if (!Signatures.isSignedBy(offer.seller, offerHash, signature)) revert OfferBook_BadSignature(offer.seller);",
      "",
    ],
  ]),
  ...inFile("libraries/OfferLib.sol", [
    ["an offer to one is anyone's", "offer.buyer != address(0) && offer.buyer != terms.buyer", "false"],
    ["less than the price is taken", "if (paidMinutes != offer.priceMinutes)", "if (paidMinutes > offer.priceMinutes)"],
    [
      "anyone's promises pay",
      "if (!_isTaken(offer, id.issuer(), proofs[i])) revert IOfferBook.OfferBook_IssuerNotAllowed(id.issuer());",
      "",
    ],
    ["a slot starts at any time", "deliverFrom < earliest || ", ""],
  ]),
  ...PANEL_MUTANTS,
  ...SWAP_MUTANTS,
];
