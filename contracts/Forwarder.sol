// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";

/// @title Forwarder
/// @notice OpenZeppelin's ERC-2771 forwarder under this system's name: others may pay the gas of a signed call.
contract Forwarder is ERC2771Forwarder {
    constructor() ERC2771Forwarder("TimeToken Forwarder") {}
}
