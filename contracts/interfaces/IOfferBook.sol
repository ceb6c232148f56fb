// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IUnorderedNonces} from "./IUnorderedNonces.sol";
import {Terms} from "./DealTypes.sol";

/// @title IOfferBook
/// @notice What sellers offer to whoever pays the price: signed once, taken slot by slot, called back at any time.
/// A buyer takes a slot by opening a deal with `abi.encode(terms, signedOffer, slot)` as data, where `signedOffer` is
/// `abi.encode(offer, signature, proofs)`: the deal is Active at once.
interface IOfferBook is IUnorderedNonces {
    /// @notice A seller's standing consent to deals (EIP-712). `acceptBy` and `salt` of the terms are free.
    /// @param seller Gives time.
    /// @param buyer Who may take it; zero for anyone.
    /// @param arbiter As in the terms.
    /// @param appealArbiter As in the terms.
    /// @param reviewWindow As in the terms.
    /// @param rulingWindow As in the terms.
    /// @param appealWindow As in the terms.
    /// @param arbiterFeeBps As in the terms.
    /// @param silenceSellerBps As in the terms.
    /// @param priceMinutes What a slot costs: the payment is worth exactly this.
    /// @param issuers Root of the Merkle tree of issuers whose promises are taken besides the seller's own, which always
    /// are; zero for none. Leaves as in OpenZeppelin's StandardMerkleTree of `address`.
    /// @param minExpiry The payment's ids never lapse, or not before this second; zero where any will do.
    /// @param brief As in the terms.
    /// @param earliestLead Least seconds between the opening and deliverFrom.
    /// @param latestLead Most seconds between the opening and deliverFrom.
    /// @param length Seconds from deliverFrom to deliverBy.
    /// @param slots How many deals it is good for, numbered from zero.
    /// @param validUntil Its last second.
    /// @param nonce An unordered nonce of the seller; cancelling it cancels every offer that bears it.
    /// @param epoch The seller's epoch at the signing; a later epoch cancels it.
    struct StandingOffer {
        address seller;
        address buyer;
        address arbiter;
        address appealArbiter;
        uint32 reviewWindow;
        uint32 rulingWindow;
        uint32 appealWindow;
        uint16 arbiterFeeBps;
        uint16 silenceSellerBps;
        uint32 priceMinutes;
        bytes32 issuers;
        uint40 minExpiry;
        bytes32 brief;
        uint32 earliestLead;
        uint32 latestLead;
        uint32 length;
        uint32 slots;
        uint40 validUntil;
        uint256 nonce;
        uint256 epoch;
    }

    event SlotTaken(bytes32 indexed offerHash, uint256 indexed slot, bytes32 indexed dealId);
    event EpochRaised(address indexed seller, uint256 epoch);

    /// @notice Only the escrow takes slots, as a deal opens.
    error OfferBook_OnlyEscrow(address caller);
    /// @notice The offer's last second has passed.
    error OfferBook_Expired(uint40 validUntil, uint256 time);
    /// @notice The seller cancelled the offer's nonce.
    error OfferBook_Cancelled(address seller, uint256 nonce);
    /// @notice The seller cancelled every offer of this epoch.
    error OfferBook_OldEpoch(uint256 epoch, uint256 current);
    /// @notice The offer is another buyer's.
    error OfferBook_NotForBuyer(address buyer);
    /// @notice The terms differ from the offer in seller, arbiters, windows, shares, brief or length.
    error OfferBook_TermsDiffer();
    /// @notice The slot starts outside `earliest`–`latest`.
    error OfferBook_BadStart(uint40 deliverFrom, uint256 earliest, uint256 latest);
    /// @notice There is not one proof an id (empty for the seller's own promises).
    error OfferBook_BadProofs(uint256 count);
    /// @notice The issuer is neither the seller nor proven to be in the offer's list.
    error OfferBook_IssuerNotAllowed(address issuer);
    /// @notice The id lapses before the offer's least expiry.
    error OfferBook_ExpiresTooSoon(uint256 id, uint40 minExpiry);
    /// @notice The payment is not worth exactly the price.
    error OfferBook_WrongPrice(uint256 paidMinutes, uint32 priceMinutes);
    /// @notice The signature is not the seller's.
    error OfferBook_BadSignature(address seller);
    /// @notice Slots are numbered from zero to `slots` − 1.
    error OfferBook_NoSuchSlot(uint256 slot, uint32 slots);
    /// @notice The slot was taken before; it is never given back.
    error OfferBook_SlotUsed(bytes32 offerHash, uint256 slot);

    /// @notice The escrow uses up a slot for the deal it opens. Reverts unless the offer stands and the terms are its.
    /// @param dealId The deal's id.
    /// @param terms The deal's terms, within the escrow's limits.
    /// @param signedOffer `abi.encode(offer, signature, proofs)`: the seller's signature of the offer, and for each id a
    /// Merkle proof of its issuer.
    /// @param slot Which slot the buyer takes.
    function take(bytes32 dealId, Terms calldata terms, bytes calldata signedOffer, uint256 slot) external;

    /// @notice Cancels every offer the caller has signed so far.
    function raiseEpoch() external;

    /// @return The escrow this book was deployed by.
    function escrow() external view returns (address);

    /// @return offerHash The EIP-712 digest of `offer`, bound to this chain and book.
    function hashOffer(StandingOffer calldata offer) external view returns (bytes32 offerHash);

    /// @return What the seller's next offers bear as their epoch.
    function epochOf(address seller) external view returns (uint256);

    /// @return Whether a slot of the offer was taken.
    function isSlotTaken(bytes32 offerHash, uint256 slot) external view returns (bool);
}
