// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {TimeSystem} from "./TimeSystem.sol";

/// @notice Signed calls for the forwarder to bring.
abstract contract ForwardRequests is TimeSystem {
    bytes32 private constant REQUEST = keccak256(
        "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)"
    );

    /// @dev A call of `to` in the name of whoever has `key`, good for this second and the next.
    function forwardRequest(
        uint256 key,
        address to,
        bytes memory data
    ) internal view returns (ERC2771Forwarder.ForwardRequestData memory request) {
        (request.from, request.to, request.gas, request.data) = (vm.addr(key), to, 3_000_000, data);
        request.deadline = uint48(block.timestamp + 1);
        uint256 nonce = ERC2771Forwarder(forwarder).nonces(request.from);
        bytes32 structHash = keccak256(
            abi.encode(REQUEST, request.from, to, 0, request.gas, nonce, request.deadline, keccak256(data))
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domainSeparator(forwarder), structHash));
        request.signature = sign(key, digest);
    }
}
