// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {Ballot, BallotLib} from "../../../contracts/libraries/Ballot.sol";
import {Median} from "../../../contracts/libraries/Median.sol";

/// @notice Tree: Median.tree
contract MedianTest is Test {
    function testFuzz_TheMedianIsTheMiddleOfTheSorted(uint256[] calldata values) external {
        vm.assume(values.length != 0);
        uint256[] memory few = new uint256[](values.length > 32 ? 32 : values.length);
        for (uint256 i = 0; i < few.length; ++i) few[i] = values[i];
        uint256[] memory sorted = vm.sort(few);
        assertEq(Median.lower(few), sorted[(few.length + 1) / 2 - 1]);
    }

    function test_OfTwoTheLowerIsTaken() external pure {
        uint256[] memory two = new uint256[](2);
        (two[0], two[1]) = (9, 4);
        assertEq(Median.lower(two), 4);
    }

    function testFuzz_BallotsGiveBackWhatWasPacked(
        uint8 seat,
        uint24[8] calldata minutes_,
        uint256 count
    ) external pure {
        uint256[] memory packed = new uint256[](bound(count, 1, 8));
        for (uint256 i = 0; i < packed.length; ++i) packed[i] = minutes_[i];
        Ballot ballot = BallotLib.pack(seat, packed);
        assertEq(ballot.seat(), seat);
        for (uint256 i = 0; i < 8; ++i) assertEq(ballot.minutesAt(i), i < packed.length ? packed[i] : 0);
    }
}
