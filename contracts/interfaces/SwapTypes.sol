// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Tokens that change hands together.
/// @param ids Token ids, strictly ascending.
/// @param amounts Amounts of `ids`, each in its id's unit, above zero.
struct Bundle {
    uint256[] ids;
    uint256[] amounts;
}

/// @notice A signed offer to swap (EIP-712), open to anyone: either exactly `want`, or minutes of one issuer. The maker
/// receives what is wanted.
/// @param maker Signs, gives `give` and receives what is wanted.
/// @param give One to eight ids.
/// @param want One to eight ids, all of it exactly; empty where minutes are wanted.
/// @param issuer Whose minutes are wanted, in any unit; zero where `want` is.
/// @param wantMinutes How many of them, exactly; zero where `want` is.
/// @param minExpiry The earliest expiry taken, 0 for any (an id that never expires always is); zero where `want` is.
/// @param validUntil The signature's last second.
/// @param nonce An unused, unordered nonce of the maker.
/// @param epoch The maker's epoch.
struct Order {
    address maker;
    Bundle give;
    Bundle want;
    address issuer;
    uint256 wantMinutes;
    uint40 minExpiry;
    uint40 validUntil;
    uint256 nonce;
    uint256 epoch;
}
