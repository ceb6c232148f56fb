// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Context} from "@openzeppelin/contracts/utils/Context.sol";

/// @title UnorderedNonces
/// @notice Nonces used in any order, one bit each: a signature waits for no other.
abstract contract UnorderedNonces is Context {
    mapping(address owner => mapping(uint256 word => uint256 bits)) private _used;

    /// @notice `owner` used, or cancelled, `nonce`.
    event NonceUsed(address indexed owner, uint256 indexed nonce);

    /// @notice The nonce was used or cancelled before.
    error UnorderedNonces_Used(address owner, uint256 nonce);

    /// @notice Makes every signature of the caller with this nonce void.
    function cancelNonce(uint256 nonce) external {
        _useNonce(_msgSender(), nonce);
    }

    /// @return Whether `owner` used or cancelled `nonce`.
    function isNonceUsed(address owner, uint256 nonce) external view returns (bool) {
        return _used[owner][nonce >> 8] & (1 << (nonce & 0xff)) != 0;
    }

    function _useNonce(address owner, uint256 nonce) internal {
        uint256 bit = 1 << (nonce & 0xff);
        uint256 word = _used[owner][nonce >> 8];
        if (word & bit != 0) revert UnorderedNonces_Used(owner, nonce);
        _used[owner][nonce >> 8] = word | bit;
        emit NonceUsed(owner, nonce);
    }
}
