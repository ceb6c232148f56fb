// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeEscrow} from "../interfaces/ITimeEscrow.sol";
import {Terms} from "../interfaces/DealTypes.sol";
import {TokenId} from "./TokenId.sol";

/// @title TermsLib
/// @notice The limits every deal's terms keep, and their EIP-712 struct hash. `domain/terms.ts` says the same.
library TermsLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "Terms(address buyer,address seller,address arbiter,address appealArbiter,uint256[] ids,uint256[] amounts,uint40 acceptBy,uint40 deliverFrom,uint40 deliverBy,uint32 reviewWindow,uint32 rulingWindow,uint32 appealWindow,uint16 arbiterFeeBps,uint16 silenceSellerBps,bytes32 brief,bytes32 salt)"
    );

    uint256 internal constant MAX_IDS = 8;
    uint256 internal constant MIN_WINDOW = 1 hours;
    uint256 internal constant MAX_WINDOW = 90 days;
    uint256 internal constant MIN_DELIVERY_TIME = 1 hours;
    uint256 internal constant MAX_AHEAD = 730 days;
    uint256 internal constant MIN_EXPIRY_MARGIN = 7 days;
    uint256 internal constant MAX_FEE_BPS = 2000;
    uint256 internal constant BPS = 10_000;

    /// @return The EIP-712 struct hash of `terms`.
    function hashStruct(Terms memory terms) internal pure returns (bytes32) {
        return
            keccak256(
                bytes.concat(
                    abi.encode(
                        TYPEHASH,
                        terms.buyer,
                        terms.seller,
                        terms.arbiter,
                        terms.appealArbiter,
                        keccak256(abi.encodePacked(terms.ids)),
                        keccak256(abi.encodePacked(terms.amounts))
                    ),
                    abi.encode(
                        terms.acceptBy,
                        terms.deliverFrom,
                        terms.deliverBy,
                        terms.reviewWindow,
                        terms.rulingWindow,
                        terms.appealWindow,
                        terms.arbiterFeeBps,
                        terms.silenceSellerBps,
                        terms.brief,
                        terms.salt
                    )
                )
            );
    }

    /// @return The EIP-712 struct hash of `terms`, without copying them to memory.
    function hashCalldata(Terms calldata terms) internal pure returns (bytes32) {
        return
            keccak256(
                bytes.concat(
                    abi.encode(
                        TYPEHASH,
                        terms.buyer,
                        terms.seller,
                        terms.arbiter,
                        terms.appealArbiter,
                        keccak256(abi.encodePacked(terms.ids)),
                        keccak256(abi.encodePacked(terms.amounts))
                    ),
                    abi.encode(
                        terms.acceptBy,
                        terms.deliverFrom,
                        terms.deliverBy,
                        terms.reviewWindow,
                        terms.rulingWindow,
                        terms.appealWindow,
                        terms.arbiterFeeBps,
                        terms.silenceSellerBps,
                        terms.brief,
                        terms.salt
                    )
                )
            );
    }

    /// @notice Reverts unless the four roles are distinct, set (appealArbiter may be zero) and none is of `system`.
    function checkRoles(Terms memory terms, address escrow, address token, address forwarder) internal pure {
        address[4] memory roles = [terms.buyer, terms.seller, terms.arbiter, terms.appealArbiter];
        for (uint256 i = 0; i < 4; ++i) {
            address role = roles[i];
            if (role == address(0) && i != 3) revert ITimeEscrow.TimeEscrow_BadRoles();
            if (role == escrow || role == token || (role == forwarder && role != address(0))) {
                revert ITimeEscrow.TimeEscrow_BadRoles();
            }
            for (uint256 j = 0; j < i; ++j) {
                if (role == roles[j]) revert ITimeEscrow.TimeEscrow_BadRoles();
            }
        }
    }

    /// @notice Reverts unless windows, fee and silence split are within their limits.
    function checkShares(Terms memory terms) internal pure {
        checkWindow(terms.reviewWindow);
        checkWindow(terms.rulingWindow);
        checkWindow(terms.appealWindow);
        if (terms.arbiterFeeBps > MAX_FEE_BPS) revert ITimeEscrow.TimeEscrow_BadBps(terms.arbiterFeeBps);
        if (terms.silenceSellerBps > BPS) revert ITimeEscrow.TimeEscrow_BadBps(terms.silenceSellerBps);
    }

    /// @notice Reverts unless `window` is within 1 hour – 90 days.
    function checkWindow(uint32 window) internal pure {
        if (window < MIN_WINDOW || window > MAX_WINDOW) revert ITimeEscrow.TimeEscrow_BadWindow(window);
    }

    /// @notice Reverts unless the seller has at least an hour to deliver, and every id outlasts the deal by 7 days.
    /// @param time Unix seconds: now.
    function checkTimes(Terms memory terms, uint256 time) internal pure {
        if (time > terms.acceptBy) revert ITimeEscrow.TimeEscrow_AcceptByPassed(terms.acceptBy, time);
        uint256 start = terms.acceptBy > terms.deliverFrom ? terms.acceptBy : terms.deliverFrom;
        uint256 earliest = start + MIN_DELIVERY_TIME;
        uint256 latest = time + MAX_AHEAD;
        if (terms.deliverBy < earliest || terms.deliverBy > latest) {
            revert ITimeEscrow.TimeEscrow_BadDeliverBy(terms.deliverBy, earliest, latest);
        }
        uint256 needed = latestOpenSecond(terms) + MIN_EXPIRY_MARGIN;
        for (uint256 i = 0; i < terms.ids.length; ++i) {
            uint256 expiry = TokenId.wrap(terms.ids[i]).expiry();
            if (expiry != 0 && expiry < needed) revert ITimeEscrow.TimeEscrow_ExpiresTooSoon(terms.ids[i], needed);
        }
    }

    /// @notice Reverts unless the payment is one to eight well-formed, strictly ascending ids with amounts above zero.
    function checkPayment(Terms memory terms) internal pure {
        uint256 count = terms.ids.length;
        if (count == 0 || count > MAX_IDS || count != terms.amounts.length) {
            revert ITimeEscrow.TimeEscrow_BadPayment(count);
        }
        for (uint256 i = 0; i < count; ++i) {
            bool ascending = i == 0 || terms.ids[i] > terms.ids[i - 1];
            if (!ascending || terms.amounts[i] == 0 || !TokenId.wrap(terms.ids[i]).isValid()) {
                revert ITimeEscrow.TimeEscrow_BadPayment(i);
            }
        }
    }

    /// @return The last second a deal under `terms` can be open if everyone is silent or late.
    function latestOpenSecond(Terms memory terms) internal pure returns (uint256) {
        uint256 last = uint256(terms.deliverBy) + terms.reviewWindow + terms.rulingWindow;
        return terms.appealArbiter == address(0) ? last : last + terms.appealWindow + terms.rulingWindow;
    }

    /// @return Whether `b` differs from `a` in nothing but acceptBy, deliverFrom, deliverBy, brief and salt.
    function isAmendment(Terms calldata a, Terms calldata b) internal pure returns (bool) {
        return _fixedPart(a) == _fixedPart(b);
    }

    /// @param party The buyer or the seller.
    /// @return The other of the two.
    function otherParty(Terms calldata terms, address party) internal pure returns (address) {
        return party == terms.buyer ? terms.seller : terms.buyer;
    }

    function _fixedPart(Terms calldata terms) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    terms.buyer,
                    terms.seller,
                    terms.arbiter,
                    terms.appealArbiter,
                    terms.ids,
                    terms.amounts,
                    terms.reviewWindow,
                    terms.rulingWindow,
                    terms.appealWindow,
                    terms.arbiterFeeBps,
                    terms.silenceSellerBps
                )
            );
    }
}
