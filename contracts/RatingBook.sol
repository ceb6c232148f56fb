// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IRatingBook} from "./interfaces/IRatingBook.sol";
import {ITimeEscrow} from "./interfaces/ITimeEscrow.sol";
import {Deal, Status, Terms} from "./interfaces/DealTypes.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// @title RatingBook
/// @notice Ratings of deals that were delivered or confirmed, once a side, and one reply to each. Immutable, ownerless.
contract RatingBook is IRatingBook, ERC2771Context, EIP712 {
    bytes32 private constant RATING_TYPEHASH = keccak256(
        "Rating(bytes32 dealId,address rater,uint8 stars,bytes32 comment)"
    );

    uint256 private constant RATING_TIME = 30 days;
    uint256 private constant REPLY_TIME = 60 days;

    /// @dev Bit 3 of the escrow's `Deal.flags`: delivered or confirmed.
    uint8 private constant RATEABLE = 8;

    /// @dev What has been said of a deal, one bit each; a reply's bit is its rating's, shifted by two.
    uint8 private constant BUYER_RATED = 1;
    uint8 private constant SELLER_RATED = 2;

    /// @inheritdoc IRatingBook
    ITimeEscrow public immutable escrow;

    mapping(bytes32 dealId => uint8) private _said;

    /// @param escrow_ Whose deals are rated.
    /// @param forwarder The ERC-2771 forwarder trusted for gasless calls.
    constructor(ITimeEscrow escrow_, address forwarder) ERC2771Context(forwarder) EIP712("RatingBook", "1") {
        escrow = escrow_;
    }

    /// @inheritdoc IRatingBook
    function rate(Terms calldata terms, SignedRating[] calldata signed) external {
        if (signed.length == 0 || signed.length > 2) revert RatingBook_BadCount(signed.length);
        bytes32 dealId = _checkOpen(terms, RATING_TIME);

        uint8 before = _said[dealId];
        uint8 said = before;
        for (uint256 i = 0; i < signed.length; ++i) {
            uint8 bit = _bitOf(dealId, terms, signed[i].rater);
            _checkRating(dealId, signed[i]);
            if (said & bit != 0) continue;
            said |= bit;
            address ratee = bit == BUYER_RATED ? terms.seller : terms.buyer;
            emit Rated(dealId, signed[i].rater, ratee, signed[i].stars, signed[i].comment);
        }
        if (said == before) revert RatingBook_AlreadyRated(dealId);
        _said[dealId] = said;
    }

    /// @inheritdoc IRatingBook
    function reply(Terms calldata terms, address rater, bytes32 words) external {
        bytes32 dealId = _checkOpen(terms, REPLY_TIME);
        uint8 bit = _bitOf(dealId, terms, rater);
        address ratee = bit == BUYER_RATED ? terms.seller : terms.buyer;
        if (_msgSender() != ratee) revert RatingBook_NotParty(dealId, _msgSender());
        uint8 said = _said[dealId];
        if (said & bit == 0) revert RatingBook_NotRated(dealId, rater);
        if (said & (bit << 2) != 0) revert RatingBook_AlreadyReplied(dealId, rater);

        _said[dealId] = said | (bit << 2);
        emit Replied(dealId, rater, ratee, words);
    }

    /// @inheritdoc IRatingBook
    function ratedBy(
        bytes32 dealId
    ) external view returns (bool buyer, bool seller, bool buyerReplied, bool sellerReplied) {
        uint8 said = _said[dealId];
        buyer = said & BUYER_RATED != 0;
        seller = said & SELLER_RATED != 0;
        buyerReplied = said & (SELLER_RATED << 2) != 0;
        sellerReplied = said & (BUYER_RATED << 2) != 0;
    }

    function _checkOpen(Terms calldata terms, uint256 time) private view returns (bytes32 dealId) {
        dealId = escrow.hashTerms(terms);
        Deal memory deal = escrow.dealOf(dealId);
        if (deal.status != Status.Closed) revert RatingBook_NotClosed(dealId, deal.status);
        if (deal.flags & RATEABLE == 0) revert RatingBook_NotRateable(dealId);
        uint256 deadline = deal.since + time;
        if (block.timestamp > deadline) revert RatingBook_TooLate(dealId, deadline, block.timestamp);
    }

    function _bitOf(bytes32 dealId, Terms calldata terms, address rater) private pure returns (uint8) {
        if (rater == terms.buyer) return BUYER_RATED;
        if (rater == terms.seller) return SELLER_RATED;
        revert RatingBook_NotParty(dealId, rater);
    }

    /// @dev A rater who sends the transaction needs no signature.
    function _checkRating(bytes32 dealId, SignedRating calldata rating) private view {
        if (rating.stars == 0 || rating.stars > 5) revert RatingBook_BadStars(rating.stars);
        if (_msgSender() == rating.rater && rating.signature.length == 0) return;
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(RATING_TYPEHASH, dealId, rating.rater, rating.stars, rating.comment))
        );
        if (!Signatures.isSignedBy(rating.rater, digest, rating.signature)) {
            revert RatingBook_BadSignature(rating.rater);
        }
    }
}
