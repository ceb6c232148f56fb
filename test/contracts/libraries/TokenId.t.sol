// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";

/// @notice Tree: TokenId.tree
contract TokenIdTest is Test {
    function testFuzz_WhenPackedAndUnpacked_ItIsTheSame(address issuer, uint8 unit, uint40 expiry) external pure {
        vm.assume(issuer != address(0));
        Unit unit_ = Unit(unit % 3);
        TokenId id = TokenIdLib.pack(issuer, unit_, expiry);

        assertEq(id.issuer(), issuer);
        assertEq(uint8(id.unit()), uint8(unit_));
        assertEq(id.expiry(), expiry);
        assertTrue(id.isValid());
    }

    function testFuzz_WhenABitIsOutOfPlace_ItIsInvalid(
        address issuer,
        uint8 unit,
        uint40 expiry,
        uint48 low
    ) external pure {
        uint256 base = (uint256(uint160(issuer)) << 96) | (uint256(unit) << 88) | (uint256(expiry) << 48);
        bool valid = issuer != address(0) && unit < 3 && low == 0;
        assertEq(TokenId.wrap(base | low).isValid(), valid);
    }

    function testFuzz_WhenTimePasses_ItLapsesFromTheExpiryOn(uint40 expiry, uint40 time) external pure {
        TokenId id = TokenIdLib.pack(address(1), Unit.Hour, expiry);
        assertEq(id.hasLapsed(time), expiry != 0 && time >= expiry);
    }

    function test_WhenCountedInMinutes_UnitsAre1And60And1440() external pure {
        assertEq(TokenIdLib.minutesPer(Unit.Minute), 1);
        assertEq(TokenIdLib.minutesPer(Unit.Hour), 60);
        assertEq(TokenIdLib.minutesPer(Unit.Day), 1440);
    }
}
