// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ITimeSwap} from "../interfaces/ITimeSwap.sol";
import {Bundle, Order} from "../interfaces/SwapTypes.sol";
import {TokenId} from "./TokenId.sol";

/// @title OrderLib
/// @notice What an order may say, what it takes, and its EIP-712 struct hash. `domain/swap-order.ts` says the same.
library OrderLib {
    bytes32 private constant TYPEHASH = keccak256(
        "Order(address maker,Bundle give,Bundle want,address issuer,uint256 wantMinutes,uint40 minExpiry,uint40 validUntil,uint256 nonce,uint256 epoch)Bundle(uint256[] ids,uint256[] amounts)"
    );
    bytes32 private constant BUNDLE_TYPEHASH = keccak256("Bundle(uint256[] ids,uint256[] amounts)");

    uint256 private constant MAX_IDS = 8;

    /// @return The EIP-712 struct hash of `order`.
    function hashStruct(Order calldata order) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    TYPEHASH,
                    order.maker,
                    _hashBundle(order.give),
                    _hashBundle(order.want),
                    order.issuer,
                    order.wantMinutes,
                    order.minExpiry,
                    order.validUntil,
                    order.nonce,
                    order.epoch
                )
            );
    }

    /// @notice Reverts unless `bundle` is one to eight well-formed, running, strictly ascending ids with amounts above
    /// zero.
    /// @param time Unix seconds: now.
    function check(Bundle calldata bundle, uint256 time) internal pure {
        uint256 count = bundle.ids.length;
        if (count == 0 || count > MAX_IDS || count != bundle.amounts.length) {
            revert ITimeSwap.TimeSwap_BadBundle(count);
        }
        for (uint256 i = 0; i < count; ++i) {
            TokenId id = TokenId.wrap(bundle.ids[i]);
            bool ascending = i == 0 || bundle.ids[i] > bundle.ids[i - 1];
            if (!ascending || bundle.amounts[i] == 0 || !id.isValid()) revert ITimeSwap.TimeSwap_BadBundle(i);
            if (id.hasLapsed(time)) revert ITimeSwap.TimeSwap_Lapsed(id);
        }
    }

    /// @return Whether the order wants one thing, said in one way.
    function hasOneWant(Order calldata order) internal pure returns (bool) {
        if (order.want.ids.length == 0 && order.want.amounts.length == 0) {
            return order.issuer != address(0) && order.wantMinutes != 0;
        }
        return order.issuer == address(0) && order.wantMinutes == 0 && order.minExpiry == 0;
    }

    /// @param payment A bundle that passed `check`.
    /// @return Whether it is what `order` wants, no less and no more.
    function takes(Order calldata order, Bundle calldata payment) internal pure returns (bool) {
        if (order.issuer == address(0)) return _hashBundle(payment) == _hashBundle(order.want);
        uint256 total = 0;
        for (uint256 i = 0; i < payment.ids.length; ++i) {
            TokenId id = TokenId.wrap(payment.ids[i]);
            bool tooSoon = id.expiry() != 0 && id.expiry() < order.minExpiry;
            if (id.issuer() != order.issuer || tooSoon) return false;
            total = Math.saturatingAdd(total, Math.saturatingMul(payment.amounts[i], id.minutesPerToken()));
        }
        return total == order.wantMinutes;
    }

    function _hashBundle(Bundle calldata bundle) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    BUNDLE_TYPEHASH,
                    keccak256(abi.encodePacked(bundle.ids)),
                    keccak256(abi.encodePacked(bundle.amounts))
                )
            );
    }
}
