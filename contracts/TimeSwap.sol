// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ITimeSwap} from "./interfaces/ITimeSwap.sol";
import {ITimeToken} from "./interfaces/ITimeToken.sol";
import {Bundle, Order} from "./interfaces/SwapTypes.sol";
import {OrderLib} from "./libraries/OrderLib.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {UnorderedNonces} from "./base/UnorderedNonces.sol";

/// @title TimeSwap
/// @notice Signed orders to swap tokens, filled or settled in rings. An order is used up before a token moves, so a
/// receiver that calls back finds nothing to use twice. Immutable, ownerless.
contract TimeSwap is ITimeSwap, EIP712, UnorderedNonces {
    using OrderLib for Order;
    using OrderLib for Bundle;

    uint256 private constant MIN_RING = 2;
    uint256 private constant MAX_RING = 8;

    /// @inheritdoc ITimeSwap
    ITimeToken public immutable token;

    /// @inheritdoc ITimeSwap
    mapping(address maker => uint256) public epochOf;

    /// @param token_ The token that is swapped.
    /// @param forwarder The ERC-2771 forwarder trusted for gasless calls.
    constructor(ITimeToken token_, address forwarder) ERC2771Context(forwarder) EIP712("TimeSwap", "1") {
        token = token_;
    }

    /// @inheritdoc ITimeSwap
    function fill(Order calldata order, bytes calldata signature, Bundle calldata payment) external {
        address payer = _msgSender();
        payment.check(block.timestamp);
        order.give.check(block.timestamp);
        _use(order, signature, payer, payer, payment);
        _move(payer, order.maker, payment);
        _move(order.maker, payer, order.give);
    }

    /// @inheritdoc ITimeSwap
    function settleRing(Order[] calldata orders, bytes[] calldata signatures) external {
        uint256 count = orders.length;
        if (count < MIN_RING || count > MAX_RING || count != signatures.length) {
            revert TimeSwap_BadRing(count, signatures.length);
        }
        for (uint256 i = 0; i < count; ++i) orders[i].give.check(block.timestamp);
        for (uint256 i = 0; i < count; ++i) {
            Order calldata before = orders[(i + count - 1) % count];
            _use(orders[i], signatures[i], before.maker, orders[(i + 1) % count].maker, before.give);
        }
        for (uint256 i = 0; i < count; ++i) _move(orders[i].maker, orders[(i + 1) % count].maker, orders[i].give);
    }

    /// @inheritdoc ITimeSwap
    function raiseEpoch() external {
        address maker = _msgSender();
        emit EpochRaised(maker, ++epochOf[maker]);
    }

    /// @inheritdoc ITimeSwap
    function hashOrder(Order calldata order) external view returns (bytes32 orderId) {
        return _hashTypedDataV4(order.hashStruct());
    }

    /// @dev Checks one order against what it is paid, and uses it up. Both bundles have passed `check`.
    function _use(
        Order calldata order,
        bytes calldata signature,
        address payer,
        address receiver,
        Bundle calldata payment
    ) private {
        bytes32 orderId = _hashTypedDataV4(order.hashStruct());
        _checkOrder(orderId, order, signature);
        if (!order.takes(payment)) revert TimeSwap_NotWanted(orderId);

        _useNonce(order.maker, order.nonce);
        emit Filled(orderId, order.maker, payer, receiver, order.give, payment);
    }

    function _checkOrder(bytes32 orderId, Order calldata order, bytes calldata signature) private view {
        if (block.timestamp > order.validUntil) revert TimeSwap_SignatureExpired(order.validUntil);
        uint256 current = epochOf[order.maker];
        if (order.epoch != current) revert TimeSwap_WrongEpoch(order.maker, order.epoch, current);
        if (!order.hasOneWant()) revert TimeSwap_BadWant(orderId);
        if (!Signatures.isSignedBy(order.maker, orderId, signature)) revert TimeSwap_BadSignature(order.maker);
    }

    function _move(address from, address to, Bundle calldata bundle) private {
        token.safeBatchTransferFrom(from, to, bundle.ids, bundle.amounts, "");
    }
}
