// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";
import {Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeToken.tree, mint and credit line
contract MintTest is TimeSystem {
    function test_RevertWhen_AmountIsZero() external {
        vm.expectRevert(ITimeToken.TimeToken_ZeroAmount.selector);
        vm.prank(seller);
        token.mint(buyer, Unit.Hour, 0, 0, "");
    }

    function testFuzz_RevertWhen_ExpiryIsNowOrPast(uint40 expiry) external {
        expiry = uint40(bound(expiry, 1, block.timestamp));
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_ExpiryPassed.selector, expiry, block.timestamp));
        vm.prank(seller);
        token.mint(buyer, Unit.Hour, expiry, 1, "");
    }

    function testFuzz_RevertWhen_LineIsExceeded(uint256 amount, uint8 unitIndex) external {
        Unit unit = Unit(unitIndex % 3);
        uint256 per = TokenIdLib.minutesPer(unit);
        amount = bound(amount, 2400 / per + 1, type(uint256).max);
        uint256 minutes_ = amount > type(uint256).max / per ? type(uint256).max : amount * per;
        vm.expectRevert(
            abi.encodeWithSelector(ITimeToken.TimeToken_CreditLineExceeded.selector, seller, 0, minutes_, 2400)
        );
        vm.prank(seller);
        token.mint(buyer, unit, 0, amount, "");
    }

    function test_RevertWhen_ReceiverIsZero() external {
        vm.expectRevert(abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(0)));
        vm.prank(seller);
        token.mint(address(0), Unit.Hour, 0, 1, "");
    }

    function testFuzz_WhenWithinTheLine_ItIsMintedAndRaisesOutstanding(
        uint256 amount,
        uint8 unitIndex,
        uint40 expiry
    ) external {
        Unit unit = Unit(unitIndex % 3);
        uint256 per = TokenIdLib.minutesPer(unit);
        amount = bound(amount, 1, 2400 / per);
        if (expiry != 0) expiry = uint40(bound(expiry, block.timestamp + 1, type(uint40).max));

        uint256 id = promiseTime(seller, buyer, unit, expiry, amount);

        assertEq(id, idOf(seller, unit, expiry));
        assertEq(balance(buyer, id), amount);
        assertEq(token.totalSupply(TokenId.wrap(id)), amount);
        assertEq(token.supplyOf(TokenId.wrap(id)).createdAt, START);
        ITimeToken.IssuerRecord memory record = token.issuerRecord(seller);
        assertEq(record.outstandingMinutes, amount * per);
        assertEq(record.redeemedMinutes, 0);
        assertEq(record.since, START);
    }

    function test_WhenMintedTwice_TheLineCountsBoth() external {
        promiseTime(seller, buyer, Unit.Hour, 0, 40);
        vm.expectRevert(
            abi.encodeWithSelector(ITimeToken.TimeToken_CreditLineExceeded.selector, seller, 2400, 1, 2400)
        );
        vm.prank(seller);
        token.mint(buyer, Unit.Minute, 0, 1, "");
    }

    function test_GivenRedeemedMinutes_TheLineGrowsAtThePaceOfLife() external {
        uint256 id = promiseTime(seller, buyer, Unit.Minute, 0, 2400);
        Terms memory terms = termsOver(id, 2400);
        openActive(terms);
        vm.prank(buyer);
        escrow.confirm(terms);

        assertEq(token.issuerRecord(seller).redeemedMinutes, 2400);
        assertEq(token.issuerRecord(seller).outstandingMinutes, 0);
        assertEq(token.creditLine(seller), 2400);
        vm.warp(START + 1 days - 1);
        assertEq(token.creditLine(seller), 2400);
        vm.warp(START + 1 days);
        assertEq(token.creditLine(seller), 2460);
        vm.warp(START + 100 days);
        assertEq(token.creditLine(seller), 4800);
    }

    function test_GivenNoMint_TheLineIs2400() external view {
        assertEq(token.creditLine(stranger), 2400);
    }
}
