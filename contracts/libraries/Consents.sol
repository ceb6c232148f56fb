// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeEscrow} from "../interfaces/ITimeEscrow.sol";
import {Settlement} from "../interfaces/DealTypes.sol";
import {Signatures} from "./Signatures.sol";

/// @title Consents
/// @notice EIP-712 struct hashes of what one party signs and the other brings, their check, and the hash of a ruling.
library Consents {
    bytes32 private constant AMENDMENT_TYPEHASH = keccak256("Amendment(bytes32 dealId,bytes32 newDealId)");
    bytes32 private constant SETTLEMENT_TYPEHASH = keccak256(
        "Settlement(bytes32 dealId,uint256[] sellerMinutes,bytes32 ruling,uint256 nonce,uint40 validUntil)"
    );

    /// @notice Reverts unless `signer` signed `digest`.
    function check(address signer, bytes32 digest, bytes memory signature) internal view {
        if (!Signatures.isSignedBy(signer, digest, signature)) revert ITimeEscrow.TimeEscrow_BadSignature(signer);
    }

    /// @return The struct hash of a consent to go on as `newDealId`.
    function hashAmendment(bytes32 dealId, bytes32 newDealId) internal pure returns (bytes32) {
        return keccak256(abi.encode(AMENDMENT_TYPEHASH, dealId, newDealId));
    }

    /// @return The struct hash of `settlement`.
    function hashSettlement(Settlement calldata settlement) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    SETTLEMENT_TYPEHASH,
                    settlement.dealId,
                    keccak256(abi.encodePacked(settlement.sellerMinutes)),
                    settlement.ruling,
                    settlement.nonce,
                    settlement.validUntil
                )
            );
    }

    /// @return What is kept of a ruling that can be appealed.
    function hashRuling(uint256[] calldata sellerMinutes) internal pure returns (bytes32) {
        return keccak256(abi.encode(sellerMinutes));
    }
}
