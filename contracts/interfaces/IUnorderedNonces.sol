// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IUnorderedNonces
/// @notice Nonces used in any order, one bit each: a signature waits for no other.
interface IUnorderedNonces {
    /// @notice `owner` used, or cancelled, `nonce`.
    event NonceUsed(address indexed owner, uint256 indexed nonce);

    /// @notice The nonce was used or cancelled before.
    error UnorderedNonces_Used(address owner, uint256 nonce);

    /// @notice Makes every signature of the caller with this nonce void.
    function cancelNonce(uint256 nonce) external;

    /// @return Whether `owner` used or cancelled `nonce`.
    function isNonceUsed(address owner, uint256 nonce) external view returns (bool);
}
