// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TokenId} from "../libraries/TokenId.sol";

/// @title ITokenDescriptor
/// @notice Says on-chain what a time token is, in words and as a picture.
interface ITokenDescriptor {
    /// @return A data URI of the ERC-1155 metadata JSON of `id`. Reverts with `TokenId_Invalid`.
    function tokenURI(TokenId id) external view returns (string memory);

    /// @return A data URI of the token contract's own metadata JSON (ERC-7572).
    function contractURI() external pure returns (string memory);
}
