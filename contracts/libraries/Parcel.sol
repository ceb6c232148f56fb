// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TokenId} from "./TokenId.sol";

/// @notice What one recipient of a payout gets, gathered so that it is pushed at once.
/// @param to The recipient.
/// @param ids Token ids; only the first `count` are filled.
/// @param amounts Amounts of `ids`.
/// @param count How many are filled.
struct Parcel {
    address to;
    uint256[] ids;
    uint256[] amounts;
    uint256 count;
}

using ParcelLib for Parcel global;

/// @title ParcelLib
/// @notice Fills and closes parcels in memory.
library ParcelLib {
    /// @param to The recipient.
    /// @param room The most entries it may get.
    function open(address to, uint256 room) internal pure returns (Parcel memory parcel) {
        parcel = Parcel({to: to, ids: new uint256[](room), amounts: new uint256[](room), count: 0});
    }

    /// @notice Adds `amount` of `id`; nothing when the amount is zero.
    function add(Parcel memory parcel, TokenId id, uint256 amount) internal pure {
        if (amount == 0) return;
        parcel.ids[parcel.count] = TokenId.unwrap(id);
        parcel.amounts[parcel.count++] = amount;
    }

    /// @notice Cuts both arrays to what is filled.
    function close(Parcel memory parcel) internal pure {
        uint256 count = parcel.count;
        uint256[] memory ids = parcel.ids;
        uint256[] memory amounts = parcel.amounts;
        assembly ("memory-safe") {
            mstore(ids, count)
            mstore(amounts, count)
        }
    }
}
