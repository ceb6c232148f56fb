// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {IOfferBook} from "../interfaces/IOfferBook.sol";
import {Terms} from "../interfaces/DealTypes.sol";
import {TokenId} from "./TokenId.sol";

/// @title OfferLib
/// @notice Which terms a standing offer stands for, and its EIP-712 struct hash. `domain/standing-offer.ts` says the same.
library OfferLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "StandingOffer(address seller,address buyer,address arbiter,address appealArbiter,uint32 reviewWindow,uint32 rulingWindow,uint32 appealWindow,uint16 arbiterFeeBps,uint16 silenceSellerBps,uint32 priceMinutes,bytes32 issuers,uint40 minExpiry,bytes32 brief,uint32 earliestLead,uint32 latestLead,uint32 length,uint32 slots,uint40 validUntil,uint256 nonce,uint256 epoch)"
    );

    /// @return The EIP-712 struct hash of `offer`.
    function hashStruct(IOfferBook.StandingOffer memory offer) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, offer));
    }

    /// @notice Reverts unless the buyer may take the offer and the terms share all the two have in common.
    function checkTerms(IOfferBook.StandingOffer memory offer, Terms calldata terms) internal pure {
        if (offer.buyer != address(0) && offer.buyer != terms.buyer)
            revert IOfferBook.OfferBook_NotForBuyer(terms.buyer);
        bool same =
            offer.seller == terms.seller &&
                offer.arbiter == terms.arbiter &&
                offer.appealArbiter == terms.appealArbiter &&
                offer.reviewWindow == terms.reviewWindow &&
                offer.rulingWindow == terms.rulingWindow &&
                offer.appealWindow == terms.appealWindow &&
                offer.arbiterFeeBps == terms.arbiterFeeBps &&
                offer.silenceSellerBps == terms.silenceSellerBps &&
                offer.brief == terms.brief &&
                uint256(terms.deliverFrom) + offer.length == terms.deliverBy;
        if (!same) revert IOfferBook.OfferBook_TermsDiffer();
    }

    /// @notice Reverts unless the slot starts as far ahead as the seller wants it.
    /// @param time Unix seconds: now.
    function checkStart(IOfferBook.StandingOffer memory offer, uint40 deliverFrom, uint256 time) internal pure {
        uint256 earliest = time + offer.earliestLead;
        uint256 latest = time + offer.latestLead;
        if (deliverFrom < earliest || deliverFrom > latest) {
            revert IOfferBook.OfferBook_BadStart(deliverFrom, earliest, latest);
        }
    }

    /// @notice Reverts unless the payment is worth the price, in promises the seller takes.
    /// @param proofs For each id a Merkle proof of its issuer; empty for the seller's own.
    function checkPayment(
        IOfferBook.StandingOffer memory offer,
        Terms calldata terms,
        bytes32[][] memory proofs
    ) internal pure {
        uint256[] calldata ids = terms.ids;
        if (proofs.length != ids.length) revert IOfferBook.OfferBook_BadProofs(proofs.length);
        uint256 paidMinutes = 0;
        for (uint256 i = 0; i < ids.length; ++i) {
            TokenId id = TokenId.wrap(ids[i]);
            if (!_isTaken(offer, id.issuer(), proofs[i])) revert IOfferBook.OfferBook_IssuerNotAllowed(id.issuer());
            if (id.expiry() != 0 && id.expiry() < offer.minExpiry) {
                revert IOfferBook.OfferBook_ExpiresTooSoon(ids[i], offer.minExpiry);
            }
            paidMinutes += terms.amounts[i] * id.minutesPerToken();
        }
        if (paidMinutes != offer.priceMinutes) {
            revert IOfferBook.OfferBook_WrongPrice(paidMinutes, offer.priceMinutes);
        }
    }

    function _isTaken(
        IOfferBook.StandingOffer memory offer,
        address issuer,
        bytes32[] memory proof
    ) private pure returns (bool) {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(issuer))));
        return issuer == offer.seller || MerkleProof.verify(proof, offer.issuers, leaf);
    }
}
