// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {CalendarDate} from "../../../contracts/libraries/CalendarDate.sol";

contract CalendarDateTest is Test {
    function test_WhenFormatted_ItIsTheUtcDate() external pure {
        assertEq(CalendarDate.format(0), "1970-01-01");
        assertEq(CalendarDate.format(951_782_400), "2000-02-29");
        assertEq(CalendarDate.format(1_709_251_199), "2024-02-29");
        assertEq(CalendarDate.format(1_709_251_200), "2024-03-01");
        assertEq(CalendarDate.format(4_102_444_799), "2099-12-31");
        assertEq(CalendarDate.format(4_107_542_400), "2100-03-01");
    }
}
