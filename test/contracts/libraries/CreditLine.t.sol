// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {CreditLine} from "../../../contracts/libraries/CreditLine.sol";

/// @notice Tree: TimeToken.tree, credit line
contract CreditLineTest is Test {
    uint40 private constant SINCE = 1_800_000_000;

    function test_WhenMoreIsKeptThanTheMost_TheLineEndsAt60000() external pure {
        assertEq(_line(57_599, 960 days), 59_999);
        assertEq(_line(57_600, 960 days), 60_000);
        assertEq(_line(57_601, 961 days), 60_000);
        assertEq(_line(type(uint64).max, 100_000 days), 60_000);
    }

    function testFuzz_AtAnyTime_ItIsBetweenTheStartAndTheMostAndNoMoreThanWasKept(
        uint64 redeemed,
        uint32 age
    ) external pure {
        uint256 line = _line(redeemed, age);
        assertGe(line, 2400);
        assertLe(line, 60_000);
        assertLe(line - 2400, redeemed);
        assertLe(line - 2400, 60 * (uint256(age) / 1 days));
    }

    /// @dev The line of an issuer who kept `redeemed` minutes, `age` seconds after their first promise.
    function _line(uint64 redeemed, uint256 age) private pure returns (uint256) {
        return CreditLine.minutesAt(ITimeToken.IssuerRecord(0, redeemed, SINCE), SINCE + age);
    }
}
