// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IRatingBook} from "../../../contracts/interfaces/IRatingBook.sol";
import {DealLedger} from "./DealLedger.sol";

/// @notice Ratings of closed deals, by either side; and invariant 13.
abstract contract RatingMoves is DealLedger {
    bytes32 private constant RATING = keccak256("Rating(bytes32 dealId,address rater,uint8 stars,bytes32 comment)");

    mapping(bytes32 dealId => mapping(address rater => bool)) public rated;
    mapping(bytes32 dealId => mapping(address rater => bool)) private _repliedTo;

    /// @dev One side rates, itself or by its signature; refused where nothing was delivered, late, or a second time.
    function rate(uint256 which, uint8 stars, bool byBuyer, uint256 way) external {
        if (dealIds.length == 0) return;
        bytes32 dealId = dealIds[which % dealIds.length];
        Terms memory terms = _terms[dealId];
        address rater = byBuyer ? terms.buyer : terms.seller;
        bool signs = _keys[rater] != 0 && way % 2 == 0;
        bytes memory call = abi.encodeCall(book.rate, (terms, _rating(dealId, rater, stars, signs)));
        address sender = signs ? stranger : rater;

        bool wasExchanged = _wasDelivered[dealId] || closedAs[dealId] == Outcome.Completed;
        bool inTime = closedAt[dealId] != 0 && block.timestamp <= uint256(closedAt[dealId]) + 30 days;
        if (!wasExchanged || !inTime || rated[dealId][rater])
            return _mustFail(sender, address(book), call, "13: a rating that does not count is taken");
        _tryWithoutSignature(dealId, rater, stars);
        _act(sender, address(book), call, way);
        rated[dealId][rater] = true;
    }

    /// @dev The rated side answers once.
    function replyTo(uint256 which, bool toBuyer, uint256 way) external {
        if (dealIds.length == 0) return;
        bytes32 dealId = dealIds[which % dealIds.length];
        Terms memory terms = _terms[dealId];
        (address rater, address ratee) = toBuyer ? (terms.buyer, terms.seller) : (terms.seller, terms.buyer);
        bytes memory call = abi.encodeCall(book.reply, (terms, rater, keccak256("thanks")));
        bool inTime = block.timestamp <= uint256(closedAt[dealId]) + 60 days;
        if (!rated[dealId][rater] || _repliedTo[dealId][rater] || !inTime)
            return _mustFail(ratee, address(book), call, "13: a reply that does not count is taken");
        _act(ratee, address(book), call, way);
        _repliedTo[dealId][rater] = true;
    }

    function _tryWithoutSignature(bytes32 dealId, address rater, uint8 stars) private {
        bytes memory call = abi.encodeCall(book.rate, (_terms[dealId], _rating(dealId, rater, stars, false)));
        _mustFail(stranger, address(book), call, "10: somebody rates for another");
    }

    function _rating(
        bytes32 dealId,
        address rater,
        uint8 stars,
        bool signs
    ) private view returns (IRatingBook.SignedRating[] memory one) {
        one = new IRatingBook.SignedRating[](1);
        (one[0].rater, one[0].stars) = (rater, 1 + (stars % 5));
        if (!signs) return one;
        bytes32 structHash = keccak256(abi.encode(RATING, dealId, rater, one[0].stars, one[0].comment));
        one[0].signature = _signAs(
            rater,
            keccak256(abi.encodePacked(hex"1901", domainSeparator(address(book)), structHash))
        );
    }
}
