// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {IUnorderedNonces} from "../interfaces/IUnorderedNonces.sol";

/// @title UnorderedNonces
/// @notice The nonces of every owner, 256 to a slot.
abstract contract UnorderedNonces is IUnorderedNonces, ERC2771Context {
    mapping(address owner => mapping(uint256 word => uint256 bits)) private _used;

    /// @inheritdoc IUnorderedNonces
    function cancelNonce(uint256 nonce) external {
        _useNonce(_msgSender(), nonce);
    }

    /// @inheritdoc IUnorderedNonces
    function isNonceUsed(address owner, uint256 nonce) external view returns (bool) {
        return _isNonceUsed(owner, nonce);
    }

    function _isNonceUsed(address owner, uint256 nonce) internal view returns (bool) {
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
