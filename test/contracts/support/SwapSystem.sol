// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeSwap} from "../../../contracts/interfaces/ITimeSwap.sol";
import {Bundle, Order} from "../../../contracts/interfaces/SwapTypes.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {HostileReceiver} from "./HostileReceiver.sol";
import {TimeSystem} from "./TimeSystem.sol";

/// @notice The system with a swap, a maker of orders and somebody who pays them.
abstract contract SwapSystem is TimeSystem {
    uint256 internal constant MOST = 8;

    ITimeSwap internal swap;
    address internal maker;
    uint256 internal makerKey;
    address internal payer;
    uint256 internal given;
    uint256 internal wanted;

    function setUp() public virtual override {
        super.setUp();
        swap = ITimeSwap(deployCode("TimeSwap.sol:TimeSwap", abi.encode(token, forwarder)));
        (maker, makerKey) = makeAddrAndKey("maker");
        payer = makeAddr("payer");
        _allow(maker);
        _allow(payer);
        given = promiseTime(seller, maker, Unit.Minute, 0, 100);
        wanted = promiseTime(buyer, payer, Unit.Hour, 0, 10);
    }

    // ─── The scene ───────────────────────────────────────────────────────────

    /// @dev The maker gives 30 of the seller's minutes for two of the buyer's hours.
    function _order() internal view returns (Order memory order) {
        order.maker = maker;
        order.give = _bundle(given, 30);
        order.want = _bundle(wanted, 2);
        order.validUntil = uint40(START + 1 days);
        order.nonce = 7;
    }

    function _minutesOrder(uint256 minutes_, uint40 minExpiry) internal view returns (Order memory order) {
        order = _order();
        order.want = _empty();
        (order.issuer, order.wantMinutes, order.minExpiry) = (buyer, minutes_, minExpiry);
    }

    /// @dev Everyone gives hours of their own; every other one wants them as hours, the rest as minutes of the issuer.
    function _ring(uint256 size, uint256 seed) internal returns (Order[] memory orders, bytes[] memory signatures) {
        orders = new Order[](size);
        signatures = new bytes[](size);
        for (uint256 i = 0; i < size; ++i) {
            Order memory order = orders[i];
            order.maker = vm.addr(_key(i));
            _allow(order.maker);
            uint256 amount = 1 + (uint256(keccak256(abi.encode(seed, i))) % 20);
            order.give = _bundle(promiseTime(order.maker, order.maker, Unit.Hour, 0, 40), amount);
            order.validUntil = uint40(START + 1 days);
            order.nonce = i;
        }
        for (uint256 i = 0; i < size; ++i) {
            Order memory before = orders[(i + size - 1) % size];
            if (i % 2 == 0) {
                orders[i].want = _bundle(before.give.ids[0], before.give.amounts[0]);
            } else {
                (orders[i].issuer, orders[i].wantMinutes) = (before.maker, before.give.amounts[0] * 60);
            }
        }
        for (uint256 i = 0; i < size; ++i) signatures[i] = sign(_key(i), swap.hashOrder(orders[i]));
    }

    function _key(uint256 index) internal pure returns (uint256) {
        return 0xC0FFEE + index;
    }

    function _hostilePayer() internal returns (HostileReceiver hostile) {
        hostile = new HostileReceiver();
        vm.prank(payer);
        token.safeTransferFrom(payer, address(hostile), wanted, 10, "");
        _allow(address(hostile));
    }

    function _allow(address side) internal {
        vm.prank(side);
        token.setApprovalForAll(address(swap), true);
    }

    function _empty() internal pure returns (Bundle memory) {
        return Bundle(new uint256[](0), new uint256[](0));
    }

    function _bundle(uint256 id, uint256 amount) internal pure returns (Bundle memory bundle) {
        bundle = Bundle(new uint256[](1), new uint256[](1));
        (bundle.ids[0], bundle.amounts[0]) = (id, amount);
    }

    function _two(uint256 first, uint256 second) internal pure returns (Bundle memory bundle) {
        bundle = Bundle(new uint256[](2), new uint256[](2));
        (bundle.ids[0], bundle.ids[1]) = (first, second);
        (bundle.amounts[0], bundle.amounts[1]) = (1, 1);
    }

    function _sign(Order memory order) internal view returns (bytes memory) {
        return sign(makerKey, swap.hashOrder(order));
    }

    function _fill(Order memory order) internal {
        _fillWith(order, order.want);
    }

    function _fillWith(Order memory order, Bundle memory payment) internal {
        bytes memory signature = _sign(order);
        vm.prank(payer);
        swap.fill(order, signature, payment);
    }

    function _assertSwapped() internal view {
        assertEq(balance(maker, given), 70);
        assertEq(balance(payer, given), 30);
        assertEq(balance(maker, wanted), 2);
        assertEq(balance(payer, wanted), 8);
    }

    /// @dev The maker's own signature does not save the order.
    function _expectRefusal(Order memory order, bytes memory refusal) internal {
        _expectRefusalOf(order, _sign(order), _bundle(wanted, 2), refusal);
    }

    function _expectRefusalOf(
        Order memory order,
        bytes memory signature,
        Bundle memory payment,
        bytes memory refusal
    ) internal {
        vm.expectRevert(refusal);
        vm.prank(payer);
        swap.fill(order, signature, payment);
    }

    function _expectBadWant(Order memory order) internal {
        _expectRefusal(order, abi.encodeWithSelector(ITimeSwap.TimeSwap_BadWant.selector, swap.hashOrder(order)));
    }

    function _expectBadRing(uint256 orders, uint256 signatures) internal {
        vm.expectRevert(abi.encodeWithSelector(ITimeSwap.TimeSwap_BadRing.selector, orders, signatures));
        swap.settleRing(new Order[](orders), new bytes[](signatures));
    }

    function _badBundle(uint256 index) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ITimeSwap.TimeSwap_BadBundle.selector, index);
    }

    function _notWanted(Order memory order) internal view returns (bytes memory) {
        return abi.encodeWithSelector(ITimeSwap.TimeSwap_NotWanted.selector, swap.hashOrder(order));
    }
}
