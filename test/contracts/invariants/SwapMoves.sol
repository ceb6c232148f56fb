// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Bundle, Order} from "../../../contracts/interfaces/SwapTypes.sol";
import {TokenId} from "../../../contracts/libraries/TokenId.sol";
import {TokenMoves} from "./TokenMoves.sol";

/// @notice Orders filled and settled in rings; and invariant 10 for them.
abstract contract SwapMoves is TokenMoves {
    /// @dev Whoever pays exactly what is wanted, the ids or minutes of their issuer.
    function fillOrder(uint256 who, uint256 with, uint256 which, uint256 share, uint256 way) external {
        (address maker, address payer) = (_signer(who), _member(with));
        if (maker == payer) return;
        (Order memory order, bool holds) = _offering(maker, which, share);
        (uint256 id, uint256 held) = _heldBy(payer, which / 2, 0);
        if (!holds || held == 0) return;
        Bundle memory payment = _bundleOf(id, bound(share, 1, held));
        _want(order, payment, share % 2 == 0);

        _beKind();
        bytes memory signature = _signAs(maker, swap.hashOrder(order));
        bytes memory call = abi.encodeCall(swap.fill, (order, signature, payment));
        if (share % 5 == 0) return _retract(maker, payer, order, call, way);
        uint256 before = balance(maker, id);
        _act(payer, address(swap), call, way);
        if (id != order.give.ids[0]) assertEq(balance(maker, id), before + payment.amounts[0], "the maker is paid");
        _mustFail(payer, address(swap), call, "10: an order is filled twice");
    }

    /// @dev Three signers in a ring, each giving something of theirs to the next.
    function settleRing(uint256 who, uint256 which, uint256 share, uint256 way) external {
        Order[] memory orders = new Order[](3);
        bytes[] memory signatures = new bytes[](3);
        for (uint256 i = 0; i < 3; ++i) {
            bool holds;
            (orders[i], holds) = _offering(_signer(addmod(who, i, 4)), which / (i + 1), share);
            if (!holds) return;
        }
        for (uint256 i = 0; i < 3; ++i) _want(orders[i], orders[(i + 2) % 3].give, (share >> i) % 2 == 0);
        for (uint256 i = 0; i < 3; ++i) signatures[i] = _signAs(orders[i].maker, swap.hashOrder(orders[i]));

        bytes memory call = abi.encodeCall(swap.settleRing, (orders, signatures));
        _act(stranger, address(swap), call, way);
        _mustFail(stranger, address(swap), call, "10: a ring is settled twice");
    }

    /// @dev An order that its maker cancels, that an epoch ends, or that runs out is filled no more.
    function _retract(address maker, address payer, Order memory order, bytes memory call, uint256 way) private {
        if (way % 3 == 0) _act(maker, address(swap), abi.encodeCall(swap.cancelNonce, (order.nonce)), way);
        else if (way % 3 == 1) _act(maker, address(swap), abi.encodeCall(swap.raiseEpoch, ()), way);
        else vm.warp(uint256(order.validUntil) + 1);
        _mustFail(payer, address(swap), call, "10: a retracted order is filled");
    }

    /// @dev Some of what `maker` holds.
    function _offering(address maker, uint256 which, uint256 share) private returns (Order memory order, bool holds) {
        (uint256 id, uint256 held) = _heldBy(maker, which, 0);
        if (held == 0) return (order, false);
        order.maker = maker;
        order.give = _bundleOf(id, bound(share >> 8, 1, held));
        order.want = Bundle(new uint256[](0), new uint256[](0));
        (order.validUntil, order.nonce) = (uint40(block.timestamp + 1 hours), _newNonce());
        order.epoch = swap.epochOf(maker);
        return (order, true);
    }

    function _want(Order memory order, Bundle memory payment, bool byIds) private pure {
        if (byIds) {
            order.want = payment;
        } else {
            order.issuer = TokenId.wrap(payment.ids[0]).issuer();
            order.wantMinutes = _minutes(payment.ids[0], payment.amounts[0]);
        }
    }

    /// @dev One of the four who can sign.
    function _signer(uint256 index) private view returns (address) {
        return members[index % 4];
    }

    function _bundleOf(uint256 id, uint256 amount) private pure returns (Bundle memory bundle) {
        bundle = Bundle(new uint256[](1), new uint256[](1));
        (bundle.ids[0], bundle.amounts[0]) = (id, amount);
    }
}
