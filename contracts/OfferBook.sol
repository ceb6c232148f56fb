// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IOfferBook} from "./interfaces/IOfferBook.sol";
import {Terms} from "./interfaces/DealTypes.sol";
import {OfferLib} from "./libraries/OfferLib.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {UnorderedNonces} from "./base/UnorderedNonces.sol";

/// @title OfferBook
/// @notice Standing offers and which of their slots are taken. Immutable and ownerless; deployed by the escrow.
contract OfferBook is IOfferBook, EIP712, UnorderedNonces {
    /// @inheritdoc IOfferBook
    address public immutable escrow;

    mapping(address seller => uint256) private _epochs;
    mapping(bytes32 offerHash => mapping(uint256 word => uint256 bits)) private _taken;

    /// @dev The deployer is the escrow.
    /// @param forwarder The ERC-2771 forwarder trusted for gasless calls; zero for none.
    constructor(address forwarder) ERC2771Context(forwarder) EIP712("OfferBook", "1") {
        escrow = msg.sender;
    }

    /// @inheritdoc IOfferBook
    function take(bytes32 dealId, Terms calldata terms, bytes calldata signedOffer, uint256 slot) external {
        if (msg.sender != escrow) revert OfferBook_OnlyEscrow(msg.sender);
        (StandingOffer memory offer, bytes memory signature, bytes32[][] memory proofs) = abi.decode(
            signedOffer,
            (StandingOffer, bytes, bytes32[][])
        );
        _checkStanding(offer);
        OfferLib.checkTerms(offer, terms);
        OfferLib.checkStart(offer, terms.deliverFrom, block.timestamp);
        OfferLib.checkPayment(offer, terms, proofs);
        bytes32 offerHash = _hashTypedDataV4(OfferLib.hashStruct(offer));
        if (!Signatures.isSignedBy(offer.seller, offerHash, signature)) revert OfferBook_BadSignature(offer.seller);

        _useSlot(offerHash, slot, offer.slots);
        emit SlotTaken(offerHash, slot, dealId);
    }

    /// @inheritdoc IOfferBook
    function raiseEpoch() external {
        address seller = _msgSender();
        emit EpochRaised(seller, ++_epochs[seller]);
    }

    /// @inheritdoc IOfferBook
    function hashOffer(StandingOffer calldata offer) external view returns (bytes32 offerHash) {
        return _hashTypedDataV4(OfferLib.hashStruct(offer));
    }

    /// @inheritdoc IOfferBook
    function epochOf(address seller) external view returns (uint256) {
        return _epochs[seller];
    }

    /// @inheritdoc IOfferBook
    function isSlotTaken(bytes32 offerHash, uint256 slot) external view returns (bool) {
        return _taken[offerHash][slot >> 8] & (1 << (slot & 0xff)) != 0;
    }

    function _checkStanding(StandingOffer memory offer) private view {
        if (block.timestamp > offer.validUntil) revert OfferBook_Expired(offer.validUntil, block.timestamp);
        if (_isNonceUsed(offer.seller, offer.nonce)) revert OfferBook_Cancelled(offer.seller, offer.nonce);
        uint256 epoch = _epochs[offer.seller];
        if (offer.epoch != epoch) revert OfferBook_OldEpoch(offer.epoch, epoch);
    }

    function _useSlot(bytes32 offerHash, uint256 slot, uint32 slots) private {
        if (slot >= slots) revert OfferBook_NoSuchSlot(slot, slots);
        uint256 bit = 1 << (slot & 0xff);
        uint256 word = _taken[offerHash][slot >> 8];
        if (word & bit != 0) revert OfferBook_SlotUsed(offerHash, slot);
        _taken[offerHash][slot >> 8] = word | bit;
    }
}
