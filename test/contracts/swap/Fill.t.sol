// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ITimeSwap} from "../../../contracts/interfaces/ITimeSwap.sol";
import {IUnorderedNonces} from "../../../contracts/interfaces/IUnorderedNonces.sol";
import {Bundle, Order} from "../../../contracts/interfaces/SwapTypes.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {SwapSystem} from "../support/SwapSystem.sol";

/// @notice Tree: TimeSwap.tree, fill
contract FillTest is SwapSystem {
    function test_RevertWhen_ThePaymentIsMalformedOrLapsed() external {
        Order memory order = _order();
        bytes memory signature = _sign(order);
        _expectRefusalOf(order, signature, _empty(), _badBundle(0));
        _expectRefusalOf(order, signature, _bundle(wanted, 0), _badBundle(0));
        _expectRefusalOf(order, signature, _bundle(1, 1), _badBundle(0));

        uint40 expiry = uint40(START + 1 hours);
        order.want = _bundle(promiseTime(buyer, payer, Unit.Minute, expiry, 5), 5);
        vm.warp(expiry);
        bytes memory refusal = abi.encodeWithSelector(ITimeSwap.TimeSwap_Lapsed.selector, order.want.ids[0]);
        _expectRefusalOf(order, _sign(order), order.want, refusal);
    }

    function testFuzz_RevertWhen_ThePaymentIsNotTheIdsWanted(uint256 amount, bool otherId) external {
        amount = bound(amount, 1, 10);
        vm.assume(amount != 2 || otherId);
        Order memory order = _order();
        uint256 id = otherId ? promiseTime(buyer, payer, Unit.Minute, 0, 10) : wanted;
        _expectRefusalOf(order, _sign(order), _bundle(id, amount), _notWanted(order));
    }

    function test_RevertWhen_ThePaymentIsNotTheMinutesWanted() external {
        Order memory order = _minutesOrder(120, uint40(START + 30 days));
        bytes memory signature = _sign(order);
        bytes memory refusal = _notWanted(order);
        _expectRefusalOf(order, signature, _bundle(wanted, 1), refusal);
        _expectRefusalOf(order, signature, _bundle(wanted, 3), refusal);
        _expectRefusalOf(order, signature, _bundle(wanted, type(uint256).max), refusal);
        uint256 others = promiseTime(stranger, payer, Unit.Hour, 0, 2);
        _expectRefusalOf(order, signature, _bundle(others, 2), refusal);
        uint256 short_ = promiseTime(buyer, payer, Unit.Hour, order.minExpiry - 1, 2);
        _expectRefusalOf(order, signature, _bundle(short_, 2), refusal);

        uint256 long = promiseTime(buyer, payer, Unit.Hour, order.minExpiry, 2);
        _fillWith(order, _bundle(long, 2));
        assertEq(balance(maker, long), 2);
    }

    function testFuzz_RevertWhen_ASideCannotGive(bool byMaker, bool withoutAllowance) external {
        Order memory order = _order();
        bytes memory signature = _sign(order);
        address side = byMaker ? maker : payer;
        if (withoutAllowance) {
            vm.prank(side);
            token.setApprovalForAll(address(swap), false);
        } else {
            vm.prank(side);
            token.safeTransferFrom(side, stranger, byMaker ? given : wanted, byMaker ? 71 : 9, "");
        }
        vm.expectPartialRevert(
            withoutAllowance
                ? IERC1155Errors.ERC1155MissingApprovalForAll.selector
                : IERC1155Errors.ERC1155InsufficientBalance.selector
        );
        vm.prank(payer);
        swap.fill(order, signature, order.want);
        assertFalse(swap.isNonceUsed(maker, order.nonce));
        assertEq(balance(maker, wanted) + balance(payer, given), 0);
    }

    function test_WhenTheIdsArePaid_BothSidesMoveAtOnce() external {
        Order memory order = _order();
        bytes memory signature = _sign(order);
        vm.expectEmit(address(swap));
        emit IUnorderedNonces.NonceUsed(maker, order.nonce);
        vm.expectEmit(address(swap));
        emit ITimeSwap.Filled(swap.hashOrder(order), maker, payer, payer, order.give, order.want);
        vm.prank(payer);
        swap.fill(order, signature, order.want);
        _assertSwapped();
    }

    function testFuzz_WhenMinutesArePaid_AnyUnitsOfTheIssuerDo(uint256 hours_, uint256 minutes_) external {
        hours_ = bound(hours_, 1, 10);
        minutes_ = bound(minutes_, 1, 600);
        uint256 minuteId = promiseTime(buyer, payer, Unit.Minute, 0, 600);
        Order memory order = _minutesOrder(hours_ * 60 + minutes_, type(uint40).max);
        Bundle memory payment = _two(minuteId, wanted);
        (payment.amounts[0], payment.amounts[1]) = (minutes_, hours_);
        _fillWith(order, payment);
        assertEq(balance(maker, wanted), hours_);
        assertEq(balance(maker, minuteId), minutes_);
        assertEq(balance(payer, given), 30);
    }

    function test_WhenAContractSigns_ItsOrderIsFilled() external {
        ContractWallet wallet = new ContractWallet(maker);
        vm.prank(maker);
        token.safeTransferFrom(maker, address(wallet), given, 30, "");
        _allow(address(wallet));
        Order memory order = _order();
        order.maker = address(wallet);
        bytes memory wrong = sign(buyerKey, swap.hashOrder(order));
        _expectRefusalOf(
            order,
            wrong,
            order.want,
            abi.encodeWithSelector(ITimeSwap.TimeSwap_BadSignature.selector, address(wallet))
        );
        _fill(order);
        assertEq(balance(address(wallet), wanted), 2);
        assertEq(balance(payer, given), 30);
    }

    function test_WhenAnAccountHasCodeOfItsOwn_ItsKeyStillSigns() external {
        vm.etch(maker, address(new ContractWallet(stranger)).code);
        _fill(_order());
        _assertSwapped();
    }

    function test_WhenTheForwarderBringsTheCall_TheSignerPays() external {
        Order memory order = _order();
        bytes memory call = abi.encodeCall(swap.fill, (order, _sign(order), order.want));
        vm.prank(forwarder);
        (bool ok, ) = address(swap).call(abi.encodePacked(call, payer));
        assertTrue(ok);
        _assertSwapped();
    }

    function test_WhenAReceiverRefuses_NothingMoves() external {
        HostileReceiver hostile = _hostilePayer();
        hostile.set(Mood.Revert);
        Order memory order = _order();
        bytes memory call = abi.encodeCall(swap.fill, (order, _sign(order), order.want));
        vm.expectRevert(bytes("no"));
        hostile.act(address(swap), call);
        assertEq(balance(maker, given), 100);
        assertFalse(swap.isNonceUsed(maker, order.nonce));
    }

    function test_WhenAReceiverCallsBack_NothingIsFilledTwice() external {
        HostileReceiver hostile = _hostilePayer();
        Order memory order = _order();
        bytes memory call = abi.encodeCall(swap.fill, (order, _sign(order), order.want));
        hostile.setCall(address(swap), call);
        hostile.act(address(swap), call);
        assertFalse(hostile.callSucceeded());
        assertEq(balance(address(hostile), given), 30);
        assertEq(balance(maker, wanted), 2);
    }

    function test_RevertWhen_TokensAreSentToTheSwap() external {
        vm.expectPartialRevert(IERC1155Errors.ERC1155InvalidReceiver.selector);
        vm.prank(maker);
        token.safeTransferFrom(maker, address(swap), given, 1, "");
    }
}
