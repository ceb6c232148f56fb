// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, Unit} from "../../../contracts/libraries/TokenId.sol";
import {Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeToken.tree, burn, sweep and redeem
contract BurnTest is TimeSystem {
    uint40 internal constant EXPIRY = uint40(START + 60 days);
    TokenId internal id;

    function setUp() public override {
        super.setUp();
        id = TokenId.wrap(promiseTime(seller, buyer, Unit.Hour, EXPIRY, 4));
    }

    function test_RevertWhen_AmountIsZero() external {
        vm.expectRevert(ITimeToken.TimeToken_ZeroAmount.selector);
        vm.prank(buyer);
        token.burn(id, 0);
    }

    function test_RevertWhen_MoreThanHeld() external {
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC1155Errors.ERC1155InsufficientBalance.selector,
                buyer,
                4,
                type(uint256).max,
                TokenId.unwrap(id)
            )
        );
        vm.prank(buyer);
        token.burn(id, type(uint256).max);
    }

    function test_WhenAHolderBurns_ItIsForgiven() external {
        _expectBurned(buyer, 3, ITimeToken.BurnReason.Forgiven);
        vm.prank(buyer);
        token.burn(id, 3);
        assertEq(token.issuerRecord(seller).outstandingMinutes, 60);
    }

    function test_WhenTheIssuerBurns_ItIsWithdrawn() external {
        vm.prank(buyer);
        token.safeTransferFrom(buyer, seller, TokenId.unwrap(id), 4, "");
        _expectBurned(seller, 4, ITimeToken.BurnReason.Withdrawn);
        vm.prank(seller);
        token.burn(id, 4);
        assertEq(token.issuerRecord(seller).redeemedMinutes, 0, "a plain transfer home earns nothing");
    }

    function test_WhenLapsed_ItIsBurnedAsLapsedByAnyHolder() external {
        vm.warp(EXPIRY);
        _expectBurned(buyer, 4, ITimeToken.BurnReason.Lapsed);
        vm.prank(buyer);
        token.burn(id, 4);
        assertEq(token.issuerRecord(seller).outstandingMinutes, 0);
    }

    function test_RevertWhen_ARunningIdIsSwept() external {
        vm.warp(EXPIRY - 1);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_NotLapsed.selector, id));
        token.sweep(buyer, _ids());
    }

    function test_RevertWhen_TheEscrowIsSwept() external {
        Terms memory terms = termsOver(TokenId.unwrap(id), 4);
        openActive(terms);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_HeldByEscrow.selector, id));
        token.sweep(address(escrow), _ids());
    }

    function test_WhenAnyoneSweeps_LapsedBalancesAreBurnedAndEmptyOnesSkipped() external {
        vm.warp(EXPIRY);
        _expectBurned(buyer, 4, ITimeToken.BurnReason.Lapsed);
        vm.prank(stranger);
        token.sweep(buyer, _ids());
        assertEq(token.totalSupply(id), 0);
        token.sweep(buyer, _ids());
    }

    function test_RevertWhen_SomeoneElseRedeems() external {
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_OnlyEscrow.selector, buyer));
        vm.prank(buyer);
        token.redeem(id, 1);
    }

    function _expectBurned(address holder, uint256 amount, ITimeToken.BurnReason reason) private {
        vm.expectEmit(address(token));
        emit ITimeToken.Burned(holder, id, amount, reason);
    }

    function _ids() private view returns (TokenId[] memory ids) {
        ids = new TokenId[](1);
        ids[0] = id;
    }

    /// @dev The escrow burns what lapsed in its hands; were it to redeem it, the token would refuse.
    function test_RevertWhen_TheEscrowRedeemsWhatLapsed() external {
        uint40 expiry = uint40(START + 1 days);
        TokenId lapsing = TokenId.wrap(promiseTime(seller, buyer, Unit.Hour, expiry, 1));
        vm.warp(expiry);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_Lapsed.selector, lapsing));
        vm.prank(address(escrow));
        token.redeem(lapsing, 1);
    }
}
