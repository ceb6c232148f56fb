// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeSwap} from "../../../contracts/interfaces/ITimeSwap.sol";
import {IUnorderedNonces} from "../../../contracts/interfaces/IUnorderedNonces.sol";
import {Bundle, Order} from "../../../contracts/interfaces/SwapTypes.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {SwapSystem} from "../support/SwapSystem.sol";

/// @notice Tree: TimeSwap.tree, what an order must be
contract OrderTest is SwapSystem {
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
        uint256 here = currentChain();
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
}
