// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {IArbiterRegistry} from "./interfaces/IArbiterRegistry.sol";
import {TermsLib} from "./libraries/TermsLib.sol";

/// @title ArbiterRegistry
/// @notice Arbiters list themselves and leave as they like. Immutable, ownerless.
contract ArbiterRegistry is IArbiterRegistry, ERC2771Context {
    mapping(address arbiter => Listing) private _listings;

    /// @param forwarder The ERC-2771 forwarder trusted for gasless calls.
    constructor(address forwarder) ERC2771Context(forwarder) {}

    /// @inheritdoc IArbiterRegistry
    function list(bytes32 profile, uint16 feeBps, bool available) external {
        if (profile == 0) revert ArbiterRegistry_NoProfile();
        if (feeBps > TermsLib.MAX_FEE_BPS) revert ArbiterRegistry_BadFee(feeBps);

        address arbiter = _msgSender();
        uint40 since = _listings[arbiter].since;
        _listings[arbiter] = Listing(since == 0 ? uint40(block.timestamp) : since, feeBps, available, profile);
        emit Listed(arbiter, profile, feeBps, available);
    }

    /// @inheritdoc IArbiterRegistry
    function setAvailable(bool available) external {
        address arbiter = _checkListed();
        _listings[arbiter].available = available;
        emit AvailabilitySet(arbiter, available);
    }

    /// @inheritdoc IArbiterRegistry
    function unlist() external {
        address arbiter = _checkListed();
        delete _listings[arbiter];
        emit Left(arbiter);
    }

    /// @inheritdoc IArbiterRegistry
    function listingOf(address arbiter) external view returns (Listing memory) {
        return _listings[arbiter];
    }

    function _checkListed() private view returns (address arbiter) {
        arbiter = _msgSender();
        if (_listings[arbiter].since == 0) revert ArbiterRegistry_NotListed(arbiter);
    }
}
