// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiterRegistry} from "../../../contracts/interfaces/IArbiterRegistry.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: ArbiterRegistry.tree
contract ArbiterRegistryTest is TimeSystem {
    IArbiterRegistry internal registry;

    function setUp() public override {
        super.setUp();
        registry = IArbiterRegistry(deployCode("ArbiterRegistry.sol:ArbiterRegistry", abi.encode(forwarder)));
    }

    function test_RevertWhen_TheProfileIsMissing() external {
        vm.expectRevert(IArbiterRegistry.ArbiterRegistry_NoProfile.selector);
        registry.list(0, 500, true);
    }

    function testFuzz_RevertWhen_TheFeeIsAboveTheTerms(uint16 feeBps) external {
        feeBps = uint16(bound(feeBps, 2001, type(uint16).max));
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.ArbiterRegistry_BadFee.selector, feeBps));
        registry.list("profile", feeBps, true);
    }

    function test_RevertWhen_TheCallerIsNotListed() external {
        bytes memory refusal = abi.encodeWithSelector(
            IArbiterRegistry.ArbiterRegistry_NotListed.selector,
            address(this)
        );
        vm.expectRevert(refusal);
        registry.setAvailable(true);
        vm.expectRevert(refusal);
        registry.unlist();
    }

    function testFuzz_WhenListed_EverythingIsKept(bytes32 profile, uint16 feeBps, bool available) external {
        vm.assume(profile != 0);
        feeBps = uint16(bound(feeBps, 0, 2000));
        vm.expectEmit(address(registry));
        emit IArbiterRegistry.Listed(arbiter, profile, feeBps, available);
        vm.prank(arbiter);
        registry.list(profile, feeBps, available);
        _assertListing(START, profile, feeBps, available);
    }

    function test_WhenListedAgain_TheListingIsReplacedAndTheDateStays() external {
        _list("profile", 500, true);
        vm.warp(START + 1 days);
        _list("another", 0, false);
        _assertListing(START, "another", 0, false);
    }

    function test_WhenAvailabilityIsSet_TheRestStays() external {
        _list("profile", 500, true);
        vm.expectEmit(address(registry));
        emit IArbiterRegistry.AvailabilitySet(arbiter, false);
        vm.prank(arbiter);
        registry.setAvailable(false);
        _assertListing(START, "profile", 500, false);
    }

    function test_WhenTheArbiterLeaves_NothingIsLeft() external {
        _list("profile", 500, true);
        vm.expectEmit(address(registry));
        emit IArbiterRegistry.Left(arbiter);
        vm.prank(arbiter);
        registry.unlist();
        _assertListing(0, 0, 0, false);
    }

    function test_WhenTheForwarderBringsTheCall_TheSignerIsListed() external {
        bytes memory call = abi.encodeCall(registry.list, ("profile", 500, true));
        vm.prank(forwarder);
        (bool ok, ) = address(registry).call(abi.encodePacked(call, arbiter));
        assertTrue(ok);
        _assertListing(START, "profile", 500, true);
    }

    function _list(bytes32 profile, uint16 feeBps, bool available) private {
        vm.prank(arbiter);
        registry.list(profile, feeBps, available);
    }

    function _assertListing(uint256 since, bytes32 profile, uint16 feeBps, bool available) private view {
        IArbiterRegistry.Listing memory listing = registry.listingOf(arbiter);
        assertEq(listing.since, since, "since");
        assertEq(listing.profile, profile, "profile");
        assertEq(listing.feeBps, feeBps, "fee");
        assertEq(listing.available, available, "available");
    }
}
