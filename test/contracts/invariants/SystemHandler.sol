// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deal, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {OfferSystem} from "../support/OfferSystem.sol";

/// @notice Lets a few members, one of them hostile, do whatever the rules let them at random times, and remembers what
/// must stay true. Nothing here is allowed to revert.
contract SystemHandler is OfferSystem {
    address[] public members;
    HostileReceiver public hostile;
    uint256[] public ids;
    bytes32[] public dealIds;

    mapping(bytes32 dealId => Terms) private _terms;
    mapping(bytes32 dealId => uint256[]) private _rulings;
    mapping(bytes32 dealId => uint40) public closedAt;
    mapping(uint256 id => bool) private _known;

    constructor() {
        setUp();
        hostile = new HostileReceiver();
        members = [buyer, seller, stranger, address(hostile)];
    }

    // ─── What members do ─────────────────────────────────────────────────────

    function promiseSome(uint256 who, uint256 to, uint8 unitIndex, uint256 amount, uint32 life) external {
        address issuer = _member(who);
        Unit unit = Unit(unitIndex % 3);
        uint256 room =
            (token.creditLine(issuer) - token.issuerRecord(issuer).outstandingMinutes) / TokenIdLib.minutesPer(unit);
        if (room == 0) return;
        uint40 expiry = life % 2 == 0 ? 0 : uint40(block.timestamp + 20 days + (life % 60 days));
        hostile.set(Mood.Take);
        _remember(promiseTime(issuer, _member(to), unit, expiry, bound(amount, 1, room)));
    }

    function give(uint256 from, uint256 to, uint256 which, uint256 amount) external {
        (address holder, uint256 id, uint256 held) = _held(from, which);
        if (held == 0 || TokenId.wrap(id).hasLapsed(block.timestamp)) return;
        hostile.set(Mood.Take);
        vm.prank(holder);
        token.safeTransferFrom(holder, _member(to), id, bound(amount, 0, held), "");
    }

    function convertSome(uint256 who, uint256 which, uint8 unitIndex, uint256 amount) external {
        (address holder, uint256 id, uint256 held) = _held(who, which);
        TokenId from = TokenId.wrap(id);
        Unit unit = Unit(unitIndex % 3);
        if (held == 0 || from.hasLapsed(block.timestamp) || from.unit() == unit) return;
        amount = bound(amount, 1, held);
        if ((amount * from.minutesPerToken()) % TokenIdLib.minutesPer(unit) != 0) return;
        vm.prank(holder);
        (TokenId newId, ) = token.convert(from, unit, amount);
        _remember(TokenId.unwrap(newId));
    }

    function burnSome(uint256 who, uint256 which, uint256 amount) external {
        (address holder, uint256 id, uint256 held) = _held(who, which);
        if (held == 0) return;
        vm.prank(holder);
        token.burn(TokenId.wrap(id), bound(amount, 1, held));
    }

    function sweepOne(uint256 who, uint256 which) external {
        (address holder, uint256 id, ) = _held(who, which);
        if (id == 0 || !TokenId.wrap(id).hasLapsed(block.timestamp)) return;
        TokenId[] memory lapsed = new TokenId[](1);
        lapsed[0] = TokenId.wrap(id);
        token.sweep(holder, lapsed);
    }

    function openDeal(
        uint256 who,
        uint256 with,
        uint256 which,
        uint256 amount,
        uint8 consent,
        bool appealable
    ) external {
        (address payer, uint256 id, uint256 held) = _held(who, which);
        address giver = _member(with);
        if (held == 0 || payer == giver || TokenId.wrap(id).hasLapsed(block.timestamp)) return;
        Terms memory terms = termsOver(id, bound(amount, 1, held));
        (terms.buyer, terms.seller) = (payer, giver);
        terms.arbiterFeeBps = uint16(amount % 2001);
        if (appealable) terms.appealArbiter = appealArbiter;
        uint256 needed = uint256(terms.deliverBy) + 3 days + 5 days + (appealable ? 7 days : 0) + 7 days;
        uint256 expiry = TokenId.wrap(id).expiry();
        if (expiry != 0 && expiry < needed) return;
        bytes32 dealId = _open(terms, giver == seller ? consent % 3 : 0);
        _terms[dealId] = terms;
        dealIds.push(dealId);
    }

    /// @dev One step of one deal, whichever its stage allows, by whoever may.
    function step(uint256 which, uint8 choice, uint256 share, uint8 mood) external {
        if (dealIds.length == 0) return;
        bytes32 dealId = dealIds[which % dealIds.length];
        Terms memory terms = _terms[dealId];
        (Status stage, uint256 deadline) = escrow.stageOf(terms);
        if (deadline == 0) return;
        hostile.set(Mood(mood % 4));
        uint256[] memory standing = _rulings[dealId];
        if (block.timestamp > deadline) escrow.poke(terms, standing);
        else if (stage == Status.Pending) _answer(terms, choice);
        else if (stage == Status.Active) _exchange(dealId, terms, choice);
        else if (stage == Status.Delivered) _review(terms, choice);
        else _decide(dealId, terms, stage, choice, share);
        _noteClosing(dealId);
    }

    function wait(uint32 time) external {
        vm.warp(block.timestamp + (time % 6 days));
    }

    // ─── What must be asked of them ──────────────────────────────────────────

    function idCount() external view returns (uint256) {
        return ids.length;
    }

    function dealCount() external view returns (uint256) {
        return dealIds.length;
    }

    /// @return sum What open deals and claims say the escrow owes of `id`.
    function owed(uint256 id) external view returns (uint256 sum) {
        for (uint256 i = 0; i < dealIds.length; ++i) {
            Terms memory terms = _terms[dealIds[i]];
            if (closedAt[dealIds[i]] == 0 && terms.ids[0] == id) sum += terms.amounts[0];
            for (uint256 j = 0; j < members.length; ++j) sum += escrow.claimOf(dealIds[i], members[j], id);
        }
    }

    /// @return sum What members, arbiters and the escrow hold of `id`.
    function heldByAll(uint256 id) external view returns (uint256 sum) {
        for (uint256 i = 0; i < members.length; ++i) sum += balance(members[i], id);
        sum += balance(arbiter, id) + balance(appealArbiter, id) + balance(address(escrow), id);
    }

    function system() external view returns (ITimeToken, ITimeEscrow) {
        return (token, escrow);
    }

    function memberCount() external view returns (uint256) {
        return members.length;
    }

    // ─── Steps ───────────────────────────────────────────────────────────────

    /// @dev Pending, signed, or by an offer made for just this payment.
    function _open(Terms memory terms, uint8 consent) private returns (bytes32) {
        if (consent == 0) return openPending(terms);
        if (consent == 1) return openActive(terms);
        TokenId id = TokenId.wrap(terms.ids[0]);
        IOfferBook.StandingOffer memory offer = lessons();
        (offer.appealArbiter, offer.arbiterFeeBps) = (terms.appealArbiter, terms.arbiterFeeBps);
        offer.priceMinutes = uint32(terms.amounts[0] * id.minutesPerToken());
        offer.issuers = leafOf(id.issuer());
        (offer.earliestLead, offer.length) = (0, uint32(terms.deliverBy - terms.deliverFrom));
        offer.nonce = dealIds.length;
        return takeSlot(terms, offer, 0);
    }

    function _answer(Terms memory terms, uint8 choice) private {
        vm.prank(choice % 3 == 0 ? terms.buyer : terms.seller);
        if (choice % 3 == 2) escrow.accept(terms);
        else escrow.decline(terms);
    }

    function _exchange(bytes32 dealId, Terms memory terms, uint8 choice) private {
        if (choice % 4 == 0) {
            vm.prank(terms.buyer);
            escrow.confirm(terms);
        } else if (choice % 4 == 1) {
            vm.prank(terms.seller);
            escrow.refund(terms);
        } else {
            vm.prank(terms.seller);
            escrow.deliver(dealId);
        }
    }

    function _review(Terms memory terms, uint8 choice) private {
        vm.prank(choice % 4 == 1 ? terms.seller : terms.buyer);
        if (choice % 4 == 0) escrow.confirm(terms);
        else if (choice % 4 == 1) escrow.refund(terms);
        else escrow.dispute(terms, 0);
    }

    function _decide(bytes32 dealId, Terms memory terms, Status stage, uint8 choice, uint256 share) private {
        if (choice % 5 == 0) {
            vm.prank(share % 2 == 0 ? terms.buyer : terms.seller);
            escrow.concede(terms);
        } else if (stage == Status.Ruled) {
            vm.prank(share % 2 == 0 ? terms.buyer : terms.seller);
            escrow.appeal(terms);
        } else {
            uint256 deposit = terms.amounts[0] * TokenId.wrap(terms.ids[0]).minutesPerToken();
            uint256[] memory minutes_ = split(bound(share, 0, deposit - (deposit * terms.arbiterFeeBps) / 10_000));
            vm.prank(stage == Status.Disputed ? arbiter : appealArbiter);
            if (choice % 5 == 1) escrow.recuse(terms, _rulings[dealId]);
            else escrow.rule(terms, minutes_, 0);
            if (escrow.dealOf(dealId).status == Status.Ruled) _rulings[dealId] = minutes_;
        }
    }

    function _noteClosing(bytes32 dealId) private {
        Deal memory deal = escrow.dealOf(dealId);
        if (deal.status != Status.Closed) return;
        closedAt[dealId] = deal.since;
        // A split may have made minutes of an id that nobody held before.
        TokenId id = TokenId.wrap(_terms[dealId].ids[0]);
        _remember(TokenId.unwrap(id.withUnit(Unit.Minute)));
    }

    function _member(uint256 index) private view returns (address) {
        return members[index % members.length];
    }

    /// @dev The first holding from `who` and `which` on, so that few moves come to nothing.
    function _held(uint256 who, uint256 which) private view returns (address holder, uint256 id, uint256 amount) {
        for (uint256 i = 0; i < ids.length; ++i) {
            id = ids[addmod(which, i, ids.length)];
            for (uint256 j = 0; j < members.length; ++j) {
                holder = members[addmod(who, j, members.length)];
                amount = balance(holder, id);
                if (amount != 0) return (holder, id, amount);
            }
        }
        return (_member(who), 0, 0);
    }

    function _remember(uint256 id) private {
        if (_known[id]) return;
        _known[id] = true;
        ids.push(id);
    }
}
