// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeEscrow} from "./ITimeEscrow.sol";
import {Status, Terms} from "./DealTypes.sol";

/// @title IRatingBook
/// @notice What the two sides of a delivered deal say of each other, and one reply to each.
interface IRatingBook {
    /// @notice One side's rating of the other, with its signature (EIP-712 `Rating(dealId, rater, stars, comment)`).
    /// @param rater The deal's buyer or seller.
    /// @param stars One to five.
    /// @param comment Salted hash of the words; zero for none.
    /// @param signature The rater's; may be empty when the rater sends the transaction.
    struct SignedRating {
        address rater;
        uint8 stars;
        bytes32 comment;
        bytes signature;
    }

    event Rated(bytes32 indexed dealId, address indexed rater, address indexed ratee, uint8 stars, bytes32 comment);
    event Replied(bytes32 indexed dealId, address indexed rater, address indexed by, bytes32 reply);

    /// @notice One or two ratings at a time.
    error RatingBook_BadCount(uint256 count);
    /// @notice The deal is not closed.
    error RatingBook_NotClosed(bytes32 dealId, Status status);
    /// @notice The deal was neither delivered nor confirmed.
    error RatingBook_NotRateable(bytes32 dealId);
    /// @notice More than 30 days (60 for a reply) since the closing.
    error RatingBook_TooLate(bytes32 dealId, uint256 deadline, uint256 time);
    /// @notice Not a party of the deal.
    error RatingBook_NotParty(bytes32 dealId, address rater);
    /// @notice Stars run from one to five.
    error RatingBook_BadStars(uint8 stars);
    /// @notice The signature is not the rater's.
    error RatingBook_BadSignature(address rater);
    /// @notice Every side named has rated already.
    error RatingBook_AlreadyRated(bytes32 dealId);
    /// @notice There is no such rating to reply to.
    error RatingBook_NotRated(bytes32 dealId, address rater);
    /// @notice The rating has its reply.
    error RatingBook_AlreadyReplied(bytes32 dealId, address rater);

    /// @notice Publishes one or both sides' ratings, once a side, within 30 days of the closing. Anyone may call.
    /// A side already rated is skipped, so that a front-runner cannot block the other.
    function rate(Terms calldata terms, SignedRating[] calldata signed) external;

    /// @notice The rated side answers once, within 60 days of the closing.
    /// @param rater Whose rating is answered.
    /// @param words Salted hash of the words.
    function reply(Terms calldata terms, address rater, bytes32 words) external;

    /// @return The escrow whose deals are rated.
    function escrow() external view returns (ITimeEscrow);

    /// @return buyer Whether the buyer has rated the deal.
    /// @return seller Whether the seller has rated the deal.
    /// @return buyerReplied Whether the buyer has answered the seller's rating.
    /// @return sellerReplied Whether the seller has answered the buyer's rating.
    function ratedBy(
        bytes32 dealId
    ) external view returns (bool buyer, bool seller, bool buyerReplied, bool sellerReplied);
}
