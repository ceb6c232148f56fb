// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, TokenId_Invalid, Unit} from "../../../contracts/libraries/TokenId.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeToken.tree, convert and transfer
contract ConvertTest is TimeSystem {
    uint40 internal constant EXPIRY = uint40(START + 30 days);
    TokenId internal hours_;

    function setUp() public override {
        super.setUp();
        hours_ = TokenId.wrap(promiseTime(seller, buyer, Unit.Hour, EXPIRY, 30));
    }

    function test_RevertWhen_AmountIsZero() external {
        vm.expectRevert(ITimeToken.TimeToken_ZeroAmount.selector);
        vm.prank(buyer);
        token.convert(hours_, Unit.Minute, 0);
    }

    function test_RevertWhen_IdIsMalformed() external {
        TokenId bad = TokenId.wrap(TokenId.unwrap(hours_) | 1);
        vm.expectRevert(abi.encodeWithSelector(TokenId_Invalid.selector, bad));
        vm.prank(buyer);
        token.convert(bad, Unit.Minute, 1);
    }

    function test_RevertWhen_UnitIsTheSame() external {
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_SameUnit.selector, hours_, Unit.Hour));
        vm.prank(buyer);
        token.convert(hours_, Unit.Hour, 1);
    }

    function test_RevertWhen_NotWhole() external {
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_NotWhole.selector, hours_, 25, Unit.Day));
        vm.prank(buyer);
        token.convert(hours_, Unit.Day, 25);
    }

    function testFuzz_RevertWhen_MoreThanHeld(uint256 amount) external {
        amount = bound(amount, 31, type(uint256).max);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC1155Errors.ERC1155InsufficientBalance.selector,
                buyer,
                30,
                amount,
                TokenId.unwrap(hours_)
            )
        );
        vm.prank(buyer);
        token.convert(hours_, Unit.Minute, amount);
    }

    function test_RevertWhen_Lapsed() external {
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_Lapsed.selector, hours_));
        vm.prank(buyer);
        token.convert(hours_, Unit.Minute, 1);
    }

    function testFuzz_WhenWhole_MinutesAreConserved(uint256 amount) external {
        amount = bound(amount, 1, 30);
        uint64 outstanding = token.issuerRecord(seller).outstandingMinutes;
        vm.prank(buyer);
        (TokenId minuteId, uint256 minutes_) = token.convert(hours_, Unit.Minute, amount);

        assertEq(TokenId.unwrap(minuteId), idOf(seller, Unit.Minute, EXPIRY));
        assertEq(minutes_, amount * 60);
        assertEq(balance(buyer, TokenId.unwrap(minuteId)), amount * 60);
        assertEq(balance(buyer, TokenId.unwrap(hours_)), 30 - amount);
        assertEq(token.issuerRecord(seller).outstandingMinutes, outstanding);
    }

    function test_WhenWholeDays_HoursBecomeDays() external {
        vm.prank(buyer);
        (TokenId dayId, uint256 amount) = token.convert(hours_, Unit.Day, 24);
        assertEq(uint8(dayId.unit()), uint8(Unit.Day));
        assertEq(amount, 1);
    }

    function test_RevertWhen_ALapsedIdIsMoved() external {
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_Lapsed.selector, hours_));
        vm.prank(buyer);
        token.safeTransferFrom(buyer, stranger, TokenId.unwrap(hours_), 1, "");

        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_Lapsed.selector, hours_));
        vm.prank(buyer);
        token.safeBatchTransferFrom(buyer, stranger, _one(TokenId.unwrap(hours_)), _one(1), "");
    }

    function test_WhenOneSecondBeforeItsExpiry_ItMoves() external {
        vm.warp(EXPIRY - 1);
        vm.prank(buyer);
        token.safeTransferFrom(buyer, stranger, TokenId.unwrap(hours_), 30, "");
        assertEq(balance(stranger, TokenId.unwrap(hours_)), 30);
    }

    function _one(uint256 value) private pure returns (uint256[] memory values) {
        values = new uint256[](1);
        values[0] = value;
    }
}
