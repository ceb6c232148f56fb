// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeSwap} from "../../../contracts/interfaces/ITimeSwap.sol";
import {IUnorderedNonces} from "../../../contracts/interfaces/IUnorderedNonces.sol";
import {Order} from "../../../contracts/interfaces/SwapTypes.sol";
import {SwapSystem} from "../support/SwapSystem.sol";

/// @notice Tree: TimeSwap.tree, settleRing
contract RingTest is SwapSystem {
    function test_RevertWhen_TheRingHasABadSize() external {
        _expectBadRing(0, 0);
        _expectBadRing(1, 1);
        _expectBadRing(9, 9);
        _expectBadRing(3, 2);
    }

    function testFuzz_WhenARingIsSettled_EveryGiftGoesToTheNextOne(uint256 size, uint256 seed) external {
        size = bound(size, 2, MOST);
        (Order[] memory orders, bytes[] memory signatures) = _ring(size, seed);
        vm.prank(stranger);
        swap.settleRing(orders, signatures);
        for (uint256 i = 0; i < size; ++i) {
            uint256 id = orders[i].give.ids[0];
            uint256 amount = orders[i].give.amounts[0];
            assertEq(balance(orders[i].maker, id), 40 - amount, "given");
            assertEq(balance(orders[(i + 1) % size].maker, id), amount, "received");
            assertEq(balance(address(swap), id), 0, "held");
            assertTrue(swap.isNonceUsed(orders[i].maker, i));
        }
        vm.expectPartialRevert(IUnorderedNonces.UnorderedNonces_Used.selector);
        swap.settleRing(orders, signatures);
    }

    function testFuzz_RevertWhen_OneGiftIsNotWanted(uint256 size, uint256 seed, uint256 index) external {
        size = bound(size, 2, MOST);
        index = bound(index, 0, size - 1);
        (Order[] memory orders, bytes[] memory signatures) = _ring(size, seed);
        orders[index].give.amounts[0] += 1;
        signatures[index] = sign(_key(index), swap.hashOrder(orders[index]));
        vm.expectRevert(_notWanted(orders[(index + 1) % size]));
        swap.settleRing(orders, signatures);
        for (uint256 i = 0; i < size; ++i) assertEq(balance(orders[i].maker, orders[i].give.ids[0]), 40);
    }

    function testFuzz_RevertWhen_OneOfTheRingDidNotSignOrCancelled(
        uint256 size,
        uint256 index,
        bool cancelled
    ) external {
        size = bound(size, 2, MOST);
        index = bound(index, 0, size - 1);
        (Order[] memory orders, bytes[] memory signatures) = _ring(size, 1);
        if (cancelled) {
            vm.prank(orders[index].maker);
            swap.cancelNonce(index);
            vm.expectPartialRevert(IUnorderedNonces.UnorderedNonces_Used.selector);
        } else {
            signatures[index] = signatures[(index + 1) % size];
            vm.expectRevert(abi.encodeWithSelector(ITimeSwap.TimeSwap_BadSignature.selector, orders[index].maker));
        }
        swap.settleRing(orders, signatures);
    }

    function test_RevertWhen_TheLastGiftOfARingIsMalformed() external {
        (Order[] memory orders, bytes[] memory signatures) = _ring(2, 1);
        (orders[0].want, orders[0].issuer, orders[0].wantMinutes) = (_empty(), orders[1].maker, 60);
        orders[1].give.amounts = new uint256[](0);
        vm.expectRevert(_badBundle(1));
        swap.settleRing(orders, signatures);
        orders[1].give = _bundle(orders[1].give.ids[0] | (7 << 88), 1);
        vm.expectRevert(_badBundle(0));
        swap.settleRing(orders, signatures);
    }

    function test_RevertWhen_OneOrderIsTwiceInTheRing() external {
        Order memory order = _order();
        order.want = order.give;
        Order[] memory orders = new Order[](2);
        bytes[] memory signatures = new bytes[](2);
        (orders[0], orders[1]) = (order, order);
        (signatures[0], signatures[1]) = (_sign(order), _sign(order));
        vm.expectRevert(abi.encodeWithSelector(IUnorderedNonces.UnorderedNonces_Used.selector, maker, order.nonce));
        swap.settleRing(orders, signatures);
    }
}
