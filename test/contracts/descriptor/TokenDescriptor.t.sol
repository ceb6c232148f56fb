// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {ITokenDescriptor} from "../../../contracts/interfaces/ITokenDescriptor.sol";
import {TokenId, TokenId_Invalid, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";

/// @notice What it writes is read, as JSON and as SVG, by `test/domain/token-metadata.parity.test.ts`.
contract TokenDescriptorTest is Test {
    ITokenDescriptor private descriptor;

    function setUp() external {
        descriptor = ITokenDescriptor(deployCode("TokenDescriptor.sol:TokenDescriptor"));
    }

    function testFuzz_RevertWhen_TheIdIsNone(uint256 raw) external {
        TokenId id = TokenId.wrap(raw);
        vm.assume(!id.isValid());
        vm.expectRevert(abi.encodeWithSelector(TokenId_Invalid.selector, id));
        descriptor.tokenURI(id);
    }

    function testFuzz_WhateverTheId_ItIsDescribed(address issuer, uint8 unit, uint40 expiry, uint40 time) external {
        vm.assume(issuer != address(0));
        vm.warp(time);
        string memory described = descriptor.tokenURI(TokenIdLib.pack(issuer, Unit(unit % 3), expiry));
        assertGt(bytes(described).length, 2000);
    }

    function testFuzz_WhenOneThingDiffers_SoDoesTheDescription(
        address issuer,
        uint40 expiry,
        uint8 unit
    ) external view {
        vm.assume(issuer > address(1));
        TokenId id = TokenIdLib.pack(issuer, Unit(unit % 3), expiry / 2);
        bytes32 described = keccak256(bytes(descriptor.tokenURI(id)));
        TokenId[3] memory others = [
            TokenIdLib.pack(address(uint160(issuer) - 1), id.unit(), id.expiry()),
            id.withUnit(Unit((uint256(unit) + 1) % 3)),
            id.withExpiry(id.expiry() + 1)
        ];
        for (uint256 i = 0; i < 3; ++i) assertNotEq(keccak256(bytes(descriptor.tokenURI(others[i]))), described);
    }

    function test_WhenAsked_TheCollectionIsDescribed() external view {
        assertGt(bytes(descriptor.contractURI()).length, 1000);
    }
}
