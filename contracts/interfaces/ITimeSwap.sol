// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IUnorderedNonces} from "./IUnorderedNonces.sol";
import {ITimeToken} from "./ITimeToken.sol";
import {Bundle, Order} from "./SwapTypes.sol";
import {TokenId} from "../libraries/TokenId.sol";

/// @title ITimeSwap
/// @notice Swaps of tokens by signed orders, each at most once: one filled by whoever pays it, or two to eight settled in
/// a ring. Givers allow this contract to move their tokens (`setApprovalForAll`); it moves only what its caller or a
/// signature gives, straight from giver to receiver, and never holds a token. One order is cancelled by `cancelNonce`.
interface ITimeSwap is IUnorderedNonces {
    /// @param payer Who gave the maker `paid`.
    /// @param receiver Who received what the order gives.
    event Filled(
        bytes32 indexed orderId,
        address indexed maker,
        address indexed payer,
        address receiver,
        Bundle given,
        Bundle paid
    );
    /// @notice Every order of `maker` with an earlier epoch is void.
    event EpochRaised(address indexed maker, uint256 epoch);

    /// @notice One to eight well-formed ids, strictly ascending, with as many amounts above zero; at `index` they are not.
    error TimeSwap_BadBundle(uint256 index);
    /// @notice An order wants either exact ids or minutes of one issuer, one of the two.
    error TimeSwap_BadWant(bytes32 orderId);
    /// @notice The promise has run out: it cannot be swapped.
    error TimeSwap_Lapsed(TokenId id);
    /// @notice What would be paid is not what the order wants.
    error TimeSwap_NotWanted(bytes32 orderId);
    /// @notice The signature's last second has passed.
    error TimeSwap_SignatureExpired(uint40 validUntil);
    /// @notice The maker's orders of this epoch are void, or not yet valid.
    error TimeSwap_WrongEpoch(address maker, uint256 epoch, uint256 current);
    /// @notice The signature is not the maker's.
    error TimeSwap_BadSignature(address maker);
    /// @notice A ring has two to eight orders, and as many signatures.
    error TimeSwap_BadRing(uint256 orders, uint256 signatures);

    /// @notice The caller pays what an order wants and receives what it gives, at once or not at all.
    /// @param signature The maker's, of the order.
    /// @param payment What the caller pays: `want` itself, or ids of the wanted issuer with exactly the wanted minutes.
    function fill(Order calldata order, bytes calldata signature, Bundle calldata payment) external;

    /// @notice Settles orders in a ring, all or none: each maker receives what the one before gives, and the first what
    /// the last does. Anyone may call.
    /// @param orders Two to eight; what each gives is what the next one wants.
    /// @param signatures The makers', in the same order.
    function settleRing(Order[] calldata orders, bytes[] calldata signatures) external;

    /// @notice Makes every order the caller has signed so far void.
    function raiseEpoch() external;

    /// @return The token that is swapped.
    function token() external view returns (ITimeToken);

    /// @return The epoch an order of `maker` must name.
    function epochOf(address maker) external view returns (uint256);

    /// @return orderId The EIP-712 digest of `order`, bound to this chain and contract.
    function hashOrder(Order calldata order) external view returns (bytes32 orderId);
}
