// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ITimeSwap} from "../../../contracts/interfaces/ITimeSwap.sol";
import {IUnorderedNonces} from "../../../contracts/interfaces/IUnorderedNonces.sol";
import {Bundle, Order} from "../../../contracts/interfaces/SwapTypes.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeSwap.tree
contract TimeSwapTest is TimeSystem {
    uint256 private constant MOST = 8;

    ITimeSwap internal swap;
    address internal maker;
    uint256 internal makerKey;
    address internal payer;
    uint256 internal given;
    uint256 internal wanted;

    function setUp() public override {
        super.setUp();
        swap = ITimeSwap(deployCode("TimeSwap.sol:TimeSwap", abi.encode(token, forwarder)));
        (maker, makerKey) = makeAddrAndKey("maker");
        payer = makeAddr("payer");
        _allow(maker);
        _allow(payer);
        given = promiseTime(seller, maker, Unit.Minute, 0, 100);
        wanted = promiseTime(buyer, payer, Unit.Hour, 0, 10);
    }

    // ─── What an order must be ───────────────────────────────────────────────

    function test_RevertWhen_TheSignatureHasRunOut() external {
        Order memory order = _order();
        vm.warp(order.validUntil + 1);
        _expectRefusal(order, abi.encodeWithSelector(ITimeSwap.TimeSwap_SignatureExpired.selector, order.validUntil));
        vm.warp(order.validUntil);
        _fill(order);
    }

    function test_RevertWhen_TheEpochIsNotTheMakers() external {
        Order memory order = _order();
        order.epoch = 1;
        _expectRefusal(order, abi.encodeWithSelector(ITimeSwap.TimeSwap_WrongEpoch.selector, maker, 1, 0));

        order.epoch = 0;
        vm.expectEmit(address(swap));
        emit ITimeSwap.EpochRaised(maker, 1);
        vm.prank(maker);
        swap.raiseEpoch();
        _expectRefusal(order, abi.encodeWithSelector(ITimeSwap.TimeSwap_WrongEpoch.selector, maker, 0, 1));
        order.epoch = 1;
        _fill(order);
    }

    function test_RevertWhen_TheOrderWantsNothingOrTwoThings() external {
        Order memory order = _order();
        order.want = _empty();
        _expectBadWant(order);
        order.issuer = buyer;
        _expectBadWant(order);
        (order.issuer, order.wantMinutes) = (address(0), 60);
        _expectBadWant(order);
        order.want = _bundle(wanted, 1);
        _expectBadWant(order);
        (order.issuer, order.wantMinutes) = (buyer, 0);
        _expectBadWant(order);
        (order.issuer, order.minExpiry) = (address(0), 1);
        _expectBadWant(order);
    }

    function test_RevertWhen_WhatIsGivenIsMalformed() external {
        Order memory order = _order();
        order.give = _empty();
        _expectRefusal(order, _badBundle(0));
        order.give = Bundle(new uint256[](9), new uint256[](9));
        _expectRefusal(order, _badBundle(9));
        order.give = Bundle(new uint256[](2), new uint256[](1));
        _expectRefusal(order, _badBundle(2));
        order.give = _bundle(given, 0);
        _expectRefusal(order, _badBundle(0));
        order.give = _bundle(given + 1, 1);
        _expectRefusal(order, _badBundle(0));
        order.give = _two(given, given);
        _expectRefusal(order, _badBundle(1));
    }

    function test_RevertWhen_WhatIsGivenHasLapsed() external {
        uint40 expiry = uint40(START + 1 hours);
        Order memory order = _order();
        order.give = _bundle(promiseTime(seller, maker, Unit.Minute, expiry, 5), 5);
        vm.warp(expiry);
        _expectRefusal(order, abi.encodeWithSelector(ITimeSwap.TimeSwap_Lapsed.selector, order.give.ids[0]));
    }

    function test_RevertWhen_TheSignatureIsNotTheMakers() external {
        Order memory order = _order();
        bytes memory refusal = abi.encodeWithSelector(ITimeSwap.TimeSwap_BadSignature.selector, maker);
        _expectRefusalOf(order, sign(buyerKey, swap.hashOrder(order)), order.want, refusal);
        _expectRefusalOf(order, "", order.want, refusal);

        bytes memory signature = _sign(order);
        order.give.amounts[0] = 31;
        _expectRefusalOf(order, signature, order.want, refusal);
        order = _order();
        order.nonce = 8;
        _expectRefusalOf(order, signature, order.want, refusal);
    }

    function test_RevertWhen_TheSignatureIsForAnotherChainOrContract() external {
        Order memory order = _order();
        bytes memory refusal = abi.encodeWithSelector(ITimeSwap.TimeSwap_BadSignature.selector, maker);
        uint256 here = block.chainid;
        vm.chainId(here + 1);
        bytes memory foreign = _sign(order);
        vm.chainId(here);
        _expectRefusalOf(order, foreign, order.want, refusal);

        ITimeSwap other = ITimeSwap(deployCode("TimeSwap.sol:TimeSwap", abi.encode(token, forwarder)));
        _expectRefusalOf(order, sign(makerKey, other.hashOrder(order)), order.want, refusal);
    }

    function test_RevertWhen_TheOrderIsUsedOrCancelled() external {
        Order memory order = _order();
        _fill(order);
        bytes memory refusal = abi.encodeWithSelector(IUnorderedNonces.UnorderedNonces_Used.selector, maker, 7);
        _expectRefusal(order, refusal);
        order.give.amounts[0] = 1;
        _expectRefusal(order, refusal);

        order.nonce = 1000;
        vm.prank(maker);
        swap.cancelNonce(1000);
        _expectRefusal(order, abi.encodeWithSelector(IUnorderedNonces.UnorderedNonces_Used.selector, maker, 1000));
    }

    // ─── fill ────────────────────────────────────────────────────────────────

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

    // ─── settleRing ──────────────────────────────────────────────────────────

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

    // ─── The scene ───────────────────────────────────────────────────────────

    /// @dev The maker gives 30 of the seller's minutes for two of the buyer's hours.
    function _order() private view returns (Order memory order) {
        order.maker = maker;
        order.give = _bundle(given, 30);
        order.want = _bundle(wanted, 2);
        order.validUntil = uint40(START + 1 days);
        order.nonce = 7;
    }

    function _minutesOrder(uint256 minutes_, uint40 minExpiry) private view returns (Order memory order) {
        order = _order();
        order.want = _empty();
        (order.issuer, order.wantMinutes, order.minExpiry) = (buyer, minutes_, minExpiry);
    }

    /// @dev Everyone gives hours of their own; every other one wants them as hours, the rest as minutes of the issuer.
    function _ring(uint256 size, uint256 seed) private returns (Order[] memory orders, bytes[] memory signatures) {
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

    function _key(uint256 index) private pure returns (uint256) {
        return 0xC0FFEE + index;
    }

    function _hostilePayer() private returns (HostileReceiver hostile) {
        hostile = new HostileReceiver();
        vm.prank(payer);
        token.safeTransferFrom(payer, address(hostile), wanted, 10, "");
        _allow(address(hostile));
    }

    function _allow(address side) private {
        vm.prank(side);
        token.setApprovalForAll(address(swap), true);
    }

    function _empty() private pure returns (Bundle memory) {
        return Bundle(new uint256[](0), new uint256[](0));
    }

    function _bundle(uint256 id, uint256 amount) private pure returns (Bundle memory bundle) {
        bundle = Bundle(new uint256[](1), new uint256[](1));
        (bundle.ids[0], bundle.amounts[0]) = (id, amount);
    }

    function _two(uint256 first, uint256 second) private pure returns (Bundle memory bundle) {
        bundle = Bundle(new uint256[](2), new uint256[](2));
        (bundle.ids[0], bundle.ids[1]) = (first, second);
        (bundle.amounts[0], bundle.amounts[1]) = (1, 1);
    }

    function _sign(Order memory order) private view returns (bytes memory) {
        return sign(makerKey, swap.hashOrder(order));
    }

    function _fill(Order memory order) private {
        _fillWith(order, order.want);
    }

    function _fillWith(Order memory order, Bundle memory payment) private {
        bytes memory signature = _sign(order);
        vm.prank(payer);
        swap.fill(order, signature, payment);
    }

    function _assertSwapped() private view {
        assertEq(balance(maker, given), 70);
        assertEq(balance(payer, given), 30);
        assertEq(balance(maker, wanted), 2);
        assertEq(balance(payer, wanted), 8);
    }

    /// @dev The maker's own signature does not save the order.
    function _expectRefusal(Order memory order, bytes memory refusal) private {
        _expectRefusalOf(order, _sign(order), _bundle(wanted, 2), refusal);
    }

    function _expectRefusalOf(
        Order memory order,
        bytes memory signature,
        Bundle memory payment,
        bytes memory refusal
    ) private {
        vm.expectRevert(refusal);
        vm.prank(payer);
        swap.fill(order, signature, payment);
    }

    function _expectBadWant(Order memory order) private {
        _expectRefusal(order, abi.encodeWithSelector(ITimeSwap.TimeSwap_BadWant.selector, swap.hashOrder(order)));
    }

    function _expectBadRing(uint256 orders, uint256 signatures) private {
        vm.expectRevert(abi.encodeWithSelector(ITimeSwap.TimeSwap_BadRing.selector, orders, signatures));
        swap.settleRing(new Order[](orders), new bytes[](signatures));
    }

    function _badBundle(uint256 index) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ITimeSwap.TimeSwap_BadBundle.selector, index);
    }

    function _notWanted(Order memory order) private view returns (bytes memory) {
        return abi.encodeWithSelector(ITimeSwap.TimeSwap_NotWanted.selector, swap.hashOrder(order));
    }
}
