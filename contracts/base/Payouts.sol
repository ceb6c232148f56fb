// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ITimeEscrow} from "../interfaces/ITimeEscrow.sol";
import {ITimeToken} from "../interfaces/ITimeToken.sol";
import {Terms} from "../interfaces/DealTypes.sol";
import {Parcel, ParcelLib} from "../libraries/Parcel.sol";
import {Split} from "../libraries/Split.sol";
import {TokenId, Unit} from "../libraries/TokenId.sol";

/// @title Payouts
/// @notice How the escrow lets go of tokens: pushed with capped gas, kept as a claim where the receiver refuses, burned
/// where they lapsed. Nobody's receiver can change what another side gets.
abstract contract Payouts is ITimeEscrow, ERC2771Context, ReentrancyGuardTransient {
    /// @dev What a push may use, whatever the receiver does. Always given in full, or the call reverts: at any gas limit
    /// a payout does what it does with unlimited gas.
    uint256 private constant PUSH_GAS = 120_000;
    uint256 private constant PUSH_GAS_PER_ID = 40_000;
    /// @dev Spent between the check and the push.
    uint256 private constant PUSH_OVERHEAD = 12_000;
    uint256 private constant PUSH_OVERHEAD_PER_ID = 2000;

    /// @inheritdoc ITimeEscrow
    ITimeToken public immutable token;

    mapping(bytes32 dealId => mapping(address owner => mapping(uint256 id => uint256))) private _claims;

    constructor(ITimeToken token_) {
        token = token_;
    }

    /// @inheritdoc ITimeEscrow
    function payClaim(bytes32 dealId, address owner, uint256 id) external nonReentrant {
        uint256 amount = _takeClaim(dealId, owner, id);
        emit ClaimPaid(dealId, owner, id, amount);
        token.safeTransferFrom(address(this), owner, id, amount, abi.encode(dealId));
    }

    /// @inheritdoc ITimeEscrow
    function redirectClaim(bytes32 dealId, uint256 id, address to) external nonReentrant {
        if (to == address(0) || to == address(this) || to == address(token)) revert TimeEscrow_BadRecipient(to);
        address owner = _msgSender();
        uint256 amount = _takeClaim(dealId, owner, id);
        emit ClaimRedirected(dealId, owner, id, amount, to);
        token.safeTransferFrom(address(this), to, id, amount, abi.encode(dealId));
    }

    /// @inheritdoc ITimeEscrow
    function lapseClaim(bytes32 dealId, address owner, uint256 id) external nonReentrant {
        if (!TokenId.wrap(id).hasLapsed(block.timestamp)) revert ITimeToken.TimeToken_NotLapsed(TokenId.wrap(id));
        uint256 amount = _takeClaim(dealId, owner, id);
        emit ClaimLapsed(dealId, owner, id, amount);
        token.burn(TokenId.wrap(id), amount);
    }

    /// @inheritdoc ITimeEscrow
    function claimOf(bytes32 dealId, address owner, uint256 id) external view returns (uint256) {
        return _claims[dealId][owner][id];
    }

    /// @dev The whole payment to one side, unconverted.
    /// @param toSeller Whether it is the seller's: then their own promises come home.
    function _payWhole(bytes32 dealId, Terms calldata terms, bool toSeller) internal {
        address to = toSeller ? terms.seller : terms.buyer;
        uint256[] calldata ids = terms.ids;
        uint256[] calldata amounts = terms.amounts;
        Parcel memory parcel = ParcelLib.open(to, ids.length == 1 ? 0 : ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            TokenId id = TokenId.wrap(ids[i]);
            if (_burnLapsed(dealId, id, amounts[i]) || (toSeller && _redeemOwn(to, id, amounts[i]))) continue;
            if (ids.length == 1) _pushOne(dealId, to, ids[i], amounts[i]);
            else parcel.add(id, amounts[i]);
        }
        _push(dealId, parcel);
    }

    /// @dev Splits the payment by the minute.
    /// @param sellerMinutes The seller's minutes of each id.
    /// @param feeTo Who earned the arbiter's fee; zero for none.
    function _paySplit(bytes32 dealId, Terms calldata terms, uint256[] memory sellerMinutes, address feeTo) internal {
        uint256[] calldata ids = terms.ids;
        uint256 feeBps = feeTo == address(0) ? 0 : terms.arbiterFeeBps;
        if (ids.length == 1 && TokenId.wrap(ids[0]).unit() == Unit.Minute) {
            return _splitMinutes(dealId, terms, sellerMinutes[0], feeTo, feeBps);
        }
        uint256 room = 2 * ids.length;
        Parcel memory seller = ParcelLib.open(terms.seller, room);
        Parcel memory buyer = ParcelLib.open(terms.buyer, room);
        Parcel memory fee = ParcelLib.open(feeTo, feeBps == 0 ? 0 : room);

        for (uint256 i = 0; i < ids.length; ++i) {
            TokenId id = TokenId.wrap(ids[i]);
            if (_burnLapsed(dealId, id, terms.amounts[i])) continue;

            uint256 deposit = Split.depositMinutes(terms, i);
            uint256 feeMinutes = Split.shareDown(deposit, feeBps);
            uint256 per = id.minutesPerToken();
            uint256 buyerMinutes = deposit - feeMinutes - sellerMinutes[i];
            _addSellers(seller, id, sellerMinutes[i] / per);
            buyer.add(id, buyerMinutes / per);
            fee.add(id, feeMinutes / per);

            uint256 loose = (sellerMinutes[i] % per) + (buyerMinutes % per) + (feeMinutes % per);
            if (loose == 0) continue;
            (TokenId minuteId, ) = token.convert(id, Unit.Minute, loose / per);
            _addSellers(seller, minuteId, sellerMinutes[i] % per);
            buyer.add(minuteId, buyerMinutes % per);
            fee.add(minuteId, feeMinutes % per);
        }
        _push(dealId, fee);
        _push(dealId, seller);
        _push(dealId, buyer);
    }

    /// @dev The usual payment, one id in minutes: nothing to convert and nothing to gather.
    function _splitMinutes(
        bytes32 dealId,
        Terms calldata terms,
        uint256 sellerMinutes,
        address feeTo,
        uint256 feeBps
    ) private {
        uint256 rawId = terms.ids[0];
        TokenId id = TokenId.wrap(rawId);
        uint256 deposit = terms.amounts[0];
        if (_burnLapsed(dealId, id, deposit)) return;

        address seller = terms.seller;
        uint256 feeMinutes = Split.shareDown(deposit, feeBps);
        _pushOne(dealId, feeTo, rawId, feeMinutes);
        if (!_redeemOwn(seller, id, sellerMinutes)) _pushOne(dealId, seller, rawId, sellerMinutes);
        _pushOne(dealId, terms.buyer, rawId, deposit - feeMinutes - sellerMinutes);
    }

    function _burnLapsed(bytes32 dealId, TokenId id, uint256 amount) private returns (bool lapsed) {
        lapsed = id.hasLapsed(block.timestamp);
        if (lapsed) {
            emit Lapsed(dealId, TokenId.unwrap(id), amount);
            token.burn(id, amount);
        }
    }

    /// @dev A seller's share of their own promise comes home.
    function _redeemOwn(address seller, TokenId id, uint256 amount) private returns (bool own) {
        own = id.issuer() == seller;
        if (own && amount != 0) token.redeem(id, amount);
    }

    function _addSellers(Parcel memory parcel, TokenId id, uint256 amount) private {
        if (!_redeemOwn(parcel.to, id, amount)) parcel.add(id, amount);
    }

    function _push(bytes32 dealId, Parcel memory parcel) private {
        uint256 count = parcel.count;
        if (count == 0) return;
        if (count == 1) return _pushOne(dealId, parcel.to, parcel.ids[0], parcel.amounts[0]);
        parcel.close();

        uint256 cap = _pushGas(count);
        bytes memory data = abi.encode(dealId);
        try token.safeBatchTransferFrom{gas: cap}(address(this), parcel.to, parcel.ids, parcel.amounts, data) {
            return;
        } catch {
            for (uint256 i = 0; i < count; ++i) _addClaim(dealId, parcel.to, parcel.ids[i], parcel.amounts[i]);
        }
    }

    function _pushOne(bytes32 dealId, address to, uint256 id, uint256 amount) private {
        if (amount == 0) return;
        uint256 cap = _pushGas(1);
        try token.safeTransferFrom{gas: cap}(address(this), to, id, amount, abi.encode(dealId)) {
            return;
        } catch {
            _addClaim(dealId, to, id, amount);
        }
    }

    /// @dev What a push of `count` ids may use. Reverts where less is left than to give it in full.
    function _pushGas(uint256 count) private view returns (uint256 cap) {
        cap = PUSH_GAS + PUSH_GAS_PER_ID * count;
        uint256 needed = cap + cap / 63 + PUSH_OVERHEAD + PUSH_OVERHEAD_PER_ID * count;
        if (gasleft() < needed) revert TimeEscrow_TooLittleGas(needed);
    }

    function _addClaim(bytes32 dealId, address owner, uint256 id, uint256 amount) private {
        _claims[dealId][owner][id] += amount;
        emit ClaimAdded(dealId, owner, id, amount);
    }

    function _takeClaim(bytes32 dealId, address owner, uint256 id) private returns (uint256 amount) {
        amount = _claims[dealId][owner][id];
        if (amount == 0) revert TimeEscrow_NoClaim(dealId, owner, id);
        delete _claims[dealId][owner][id];
    }
}
