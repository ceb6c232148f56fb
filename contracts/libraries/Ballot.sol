// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice One member's vote in one slot: `seat8 | 56 zero bits | eight times minutes24`, the first id's minutes lowest.
type Ballot is uint256;

using BallotLib for Ballot global;

/// @title BallotLib
/// @notice Packs and unpacks votes. No id has more than 60,000 minutes (the highest credit line), so 24 bits hold them.
library BallotLib {
    uint256 private constant BITS = 24;

    /// @param seat_ Whose vote it is, counted from zero.
    /// @param sellerMinutes The seller's minutes of each id, at most eight.
    function pack(uint256 seat_, uint256[] memory sellerMinutes) internal pure returns (Ballot) {
        uint256 packed = seat_ << 248;
        for (uint256 i = 0; i < sellerMinutes.length; ++i) packed |= sellerMinutes[i] << (BITS * i);
        return Ballot.wrap(packed);
    }

    /// @return Whose vote it is, counted from zero.
    function seat(Ballot ballot) internal pure returns (uint256) {
        return Ballot.unwrap(ballot) >> 248;
    }

    /// @return The seller's minutes of the id at `index`.
    function minutesAt(Ballot ballot, uint256 index) internal pure returns (uint256) {
        return uint24(Ballot.unwrap(ballot) >> (BITS * index));
    }
}
