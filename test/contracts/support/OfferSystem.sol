// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {TimeSystem} from "./TimeSystem.sol";

/// @notice The system, and a seller whose lessons anyone may book.
abstract contract OfferSystem is TimeSystem {
    uint32 internal constant EARLIEST = 1 hours;
    uint32 internal constant LATEST = 30 days;
    uint32 internal constant LENGTH = 2 hours;

    IOfferBook internal offers;

    function setUp() public virtual override {
        super.setUp();
        offers = escrow.offerBook();
    }

    // ─── The offer and what answers it ───────────────────────────────────────

    /// @dev Three lessons of two hours for 60 minutes of the seller's own promises.
    function lessons() internal view returns (IOfferBook.StandingOffer memory offer) {
        (offer.seller, offer.arbiter) = (seller, arbiter);
        (offer.reviewWindow, offer.rulingWindow, offer.appealWindow) = (3 days, 5 days, 2 days);
        offer.silenceSellerBps = 5000;
        offer.priceMinutes = 60;
        (offer.earliestLead, offer.latestLead, offer.length) = (EARLIEST, LATEST, LENGTH);
        offer.slots = 3;
        offer.validUntil = uint40(block.timestamp + 60 days);
        offer.nonce = 7;
    }

    /// @dev Terms as `lessons` has them, in two days, for `amount` of `id`.
    function lessonOver(uint256 id, uint256 amount) internal returns (Terms memory terms) {
        terms = termsOver(id, amount);
        terms.acceptBy = uint40(block.timestamp);
        terms.deliverFrom = uint40(block.timestamp + 2 days);
        terms.deliverBy = terms.deliverFrom + LENGTH;
    }

    /// @dev The same for an hour the seller promised the buyer.
    function lesson() internal returns (Terms memory) {
        return lessonOver(promiseTime(seller, buyer, Unit.Minute, 0, 60), 60);
    }

    /// @dev An issuer's leaf; alone it is the root of its list.
    function leafOf(address issuer) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(issuer))));
    }

    // ─── Taking ──────────────────────────────────────────────────────────────

    /// @dev What goes with the payment: no proofs, as only the seller's own promises need none.
    function taking(
        Terms memory terms,
        IOfferBook.StandingOffer memory offer,
        uint256 slot
    ) internal view returns (bytes memory) {
        return abi.encode(terms, signed(offer, new bytes32[][](terms.ids.length)), slot);
    }

    function signed(
        IOfferBook.StandingOffer memory offer,
        bytes32[][] memory proofs
    ) internal view returns (bytes memory) {
        return abi.encode(offer, sign(sellerKey, offers.hashOffer(offer)), proofs);
    }

    /// @dev The buyer sends the payment with `data`.
    function pay(Terms memory terms, bytes memory data) internal {
        vm.prank(terms.buyer);
        token.safeBatchTransferFrom(terms.buyer, address(escrow), terms.ids, terms.amounts, data);
    }

    function takeSlot(
        Terms memory terms,
        IOfferBook.StandingOffer memory offer,
        uint256 slot
    ) internal returns (bytes32) {
        pay(terms, taking(terms, offer, slot));
        return escrow.hashTerms(terms);
    }

    function expectRefused(
        Terms memory terms,
        IOfferBook.StandingOffer memory offer,
        uint256 slot,
        bytes memory reason
    ) internal {
        bytes memory data = taking(terms, offer, slot);
        vm.expectRevert(reason);
        pay(terms, data);
    }
}
