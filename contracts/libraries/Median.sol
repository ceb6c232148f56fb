// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Median
/// @notice The middle of a few numbers. `domain/panel.ts` says the same.
library Median {
    /// @notice Sorts `values` in place (by insertion: they are few).
    /// @return The middle one; of an even number the lower of the two middle ones.
    function lower(uint256[] memory values) internal pure returns (uint256) {
        for (uint256 i = 1; i < values.length; ++i) {
            uint256 value = values[i];
            uint256 place = i;
            for (; place > 0 && values[place - 1] > value; --place) values[place] = values[place - 1];
            values[place] = value;
        }
        return values[(values.length - 1) / 2];
    }
}
