// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Settlement, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {TokenId, Unit} from "../../../contracts/libraries/TokenId.sol";
import {DealLedger} from "./DealLedger.sol";

/// @notice Deals opened in every way and walked to their end by whoever may, at any second.
abstract contract DealMoves is DealLedger {
    /// @dev What an arbiter is about to say, and how.
    struct Verdict {
        bool recuses;
        uint256[] sellerMinutes;
        Call act;
    }

    mapping(bytes32 dealId => mapping(address voter => bool)) private _spoken;

    // ─── Opening ─────────────────────────────────────────────────────────────

    /// @dev With up to three ids, or with a promise minted straight into the escrow; signed, unsigned, or by an offer.
    function openDeal(uint256 who, uint256 with, uint256 which, uint256 share, uint256 shape, uint256 way) external {
        (address payer, address giver) = (_member(who), _member(with));
        if (payer == giver) giver = _member(addmod(with, 1, members.length));
        Terms memory terms = _draft(payer, giver, share, shape);
        bool minted = shape % 5 == 0;
        if (minted ? !_payNew(terms, share) : !_payHeld(terms, which, share, (shape % 3) + 1)) return;

        bytes memory data = _consentOf(terms, shape / 8);
        bytes memory call =
            minted
                ? abi.encodeCall(token.mint, (address(escrow), Unit.Minute, 0, terms.amounts[0], data))
                : abi.encodeCall(token.safeBatchTransferFrom, (payer, address(escrow), terms.ids, terms.amounts, data));
        _act(payer, address(token), call, way);
        if (minted) _noteMint(terms.ids[0], terms.amounts[0]);
        _noteOpening(terms, payer, call);
    }

    function _draft(address payer, address giver, uint256 share, uint256 shape) private returns (Terms memory terms) {
        terms = termsOver(0, 0);
        (terms.buyer, terms.seller) = (payer, giver);
        terms.deliverFrom += uint40((shape % 7) * 12 hours);
        terms.arbiterFeeBps = uint16(share % 2001);
        terms.silenceSellerBps = uint16(share % 10_001);
        if (shape % 3 == 1) terms.arbiter = address(panel);
        if (shape % 3 == 2) terms.arbiter = address(hostileArbiter);
        if (shape % 4 == 1) terms.appealArbiter = appealArbiter;
        if (shape % 4 == 2 && terms.arbiter != address(panel)) terms.appealArbiter = address(panel);
    }

    function _payNew(Terms memory terms, uint256 share) private view returns (bool) {
        uint256 room = _room(terms.buyer, Unit.Minute);
        if (room == 0) return false;
        (terms.ids[0], terms.amounts[0]) = (
            idOf(terms.buyer, Unit.Minute, 0),
            bound(share, 1, room < 8 ? room : room / 8)
        );
        return true;
    }

    /// @dev The first `most` running holdings from `which` on, in order.
    function _payHeld(Terms memory terms, uint256 which, uint256 share, uint256 most) private view returns (bool) {
        uint256 needed = 7 days + 3 days + 5 days + (terms.appealArbiter == address(0) ? 0 : 7 days) + 7 days;
        uint256[] memory found = new uint256[](most);
        uint256 count = 0;
        for (uint256 i = 0; i < ids.length && count < most; ++i) {
            uint256 id = ids[addmod(which, i, ids.length)];
            if (TokenId.wrap(id).hasLapsed(block.timestamp + needed + 1)) continue;
            if (balance(terms.buyer, id) != 0) found[count++] = id;
        }
        if (count == 0) return false;
        (terms.ids, terms.amounts) = (new uint256[](count), new uint256[](count));
        for (uint256 i = 0; i < count; ++i) {
            uint256 least = type(uint256).max;
            for (uint256 j = 0; j < count; ++j) {
                if (found[j] < least && (i == 0 || found[j] > terms.ids[i - 1])) least = found[j];
            }
            terms.ids[i] = least;
            terms.amounts[i] = bound(share >> (8 * i), 1, balance(terms.buyer, least));
        }
        return true;
    }

    function _consentOf(Terms memory terms, uint256 kind) private returns (bytes memory) {
        if (_keys[terms.seller] == 0 || kind % 4 == 0) return abi.encode(terms, "");
        if (kind % 4 == 1 && terms.ids.length == 1) return _byOffer(terms);
        return abi.encode(terms, _signAs(terms.seller, escrow.hashTerms(terms)));
    }

    /// @dev An offer of one slot, made for just this payment.
    function _byOffer(Terms memory terms) private returns (bytes memory) {
        IOfferBook.StandingOffer memory offer = lessons();
        (offer.seller, offer.arbiter, offer.appealArbiter) = (terms.seller, terms.arbiter, terms.appealArbiter);
        (offer.arbiterFeeBps, offer.silenceSellerBps) = (terms.arbiterFeeBps, terms.silenceSellerBps);
        offer.priceMinutes = uint32(_minutes(terms.ids[0], terms.amounts[0]));
        offer.issuers = leafOf(TokenId.wrap(terms.ids[0]).issuer());
        (offer.earliestLead, offer.length) = (0, uint32(terms.deliverBy - terms.deliverFrom));
        (offer.slots, offer.nonce) = (1, _newNonce());
        bytes memory signature = _signAs(terms.seller, offers.hashOffer(offer));
        return abi.encode(terms, abi.encode(offer, signature, new bytes32[][](1)), 0);
    }

    function _noteOpening(Terms memory terms, address payer, bytes memory call) internal {
        bytes32 dealId = escrow.hashTerms(terms);
        _terms[dealId] = terms;
        dealIds.push(dealId);
        for (uint256 i = 0; i < terms.ids.length; ++i) owed[terms.ids[i]] += terms.amounts[i];
        _mustFail(payer, address(token), call, "10: terms open twice");
    }

    // ─── Steps ───────────────────────────────────────────────────────────────

    /// @dev One step of one deal, whichever its stage allows, by whoever may. 8: of a poke and an action exactly one works.
    function step(uint256 which, uint8 choice, uint256 share, uint8 mood, uint256 way) external {
        bytes32 dealId = _liveDeal(which);
        if (dealId == 0) return;
        Terms memory terms = _terms[dealId];
        (Status stage, uint256 deadline) = escrow.stageOf(terms);
        _setMoods(mood, abi.encodeCall(escrow.poke, (terms, _standing[dealId])));
        if (block.timestamp > deadline) return _silence(dealId, terms, stage, way);

        bytes memory poke = abi.encodeCall(escrow.poke, (terms, _standing[dealId]));
        _mustFail(stranger, address(escrow), poke, "8: a poke before the deadline's end");
        if (stage == Status.Pending) _answer(dealId, terms, choice, way);
        else if (choice % 14 == 6) _settle(dealId, terms, stage, share, way);
        else if (stage == Status.Active) _exchange(dealId, terms, choice, way);
        else if (stage == Status.Delivered) _review(dealId, terms, choice, way);
        else if (choice % 14 == 5) _concede(dealId, terms, share, way);
        else if (stage == Status.Ruled) _call(_party(terms, share), abi.encodeCall(escrow.appeal, (terms)), way);
        else _judge(dealId, terms, stage, choice, share, way);
    }

    /// @dev 7: whatever stage it is in, a deal past its last second closes by pokes alone.
    function everyoneFallsSilent(uint256 which, uint8 mood, uint256 way) external {
        bytes32 dealId = _liveDeal(which);
        if (dealId == 0) return;
        Terms memory terms = _terms[dealId];
        (, uint256 deadline) = escrow.stageOf(terms);
        uint256 last = uint256(terms.deliverBy) + 8 days + (terms.appealArbiter == address(0) ? 0 : 7 days);
        assertLe(deadline, last, "7: no stage goes on beyond the latest open second");
        if (block.timestamp <= last) vm.warp(last + 1);
        _setMoods(mood, "");
        (Status stage, ) = escrow.stageOf(terms);
        _silence(dealId, terms, stage, way);
    }

    function _silence(bytes32 dealId, Terms memory terms, Status stage, uint256 way) private {
        if (stage == Status.Delivered || stage == Status.Active) {
            bytes memory late = abi.encodeCall(escrow.confirm, (terms));
            _mustFail(terms.buyer, address(escrow), late, "8: an action after the deadline");
        }
        Closing memory closing;
        closing.sellerMinutes = _nothing(terms);
        if (stage == Status.Pending || stage == Status.Active) {
            closing.outcome = Outcome.Refunded;
        } else if (stage == Status.Delivered) {
            (closing.outcome, closing.sellerMinutes) = (Outcome.Completed, _mostOf(terms, 0));
        } else {
            _unruled(dealId, terms, closing);
        }
        bytes memory call = abi.encodeCall(escrow.poke, (terms, _standing[dealId]));
        _close(dealId, closing, Call(stranger, address(escrow), call, way));
    }

    function _answer(bytes32 dealId, Terms memory terms, uint8 choice, uint256 way) private {
        if (choice % 4 < 3) return _call(terms.seller, abi.encodeCall(escrow.accept, (terms)), way);
        Closing memory closing = Closing(Outcome.Refunded, address(0), _nothing(terms));
        bytes memory call = abi.encodeCall(escrow.decline, (terms));
        _close(dealId, closing, Call(_party(terms, choice / 4), address(escrow), call, way));
    }

    function _exchange(bytes32 dealId, Terms memory terms, uint8 choice, uint256 way) private {
        if (choice % 14 < 2) return _confirmOrRefund(dealId, terms, choice % 14 == 0, way);
        if (choice % 14 == 2 && _keys[_other(terms, choice)] != 0) return _amend(dealId, terms, choice, way);
        bytes memory call = abi.encodeCall(escrow.deliver, (dealId));
        if (block.timestamp < terms.deliverFrom)
            return _mustFail(terms.seller, address(escrow), call, "6: delivered before the slot");
        _call(terms.seller, call, way);
        _wasDelivered[dealId] = true;
    }

    function _review(bytes32 dealId, Terms memory terms, uint8 choice, uint256 way) private {
        if (choice % 7 < 2) _confirmOrRefund(dealId, terms, choice % 7 == 0, way);
        else _call(terms.buyer, abi.encodeCall(escrow.dispute, (terms, bytes32(uint256(choice)))), way);
    }

    function _confirmOrRefund(bytes32 dealId, Terms memory terms, bool confirm, uint256 way) private {
        bytes memory call = confirm ? abi.encodeCall(escrow.confirm, (terms)) : abi.encodeCall(escrow.refund, (terms));
        Closing memory closing =
            confirm
                ? Closing(Outcome.Completed, address(0), _mostOf(terms, 0))
                : Closing(Outcome.Refunded, address(0), _nothing(terms));
        _close(dealId, closing, Call(confirm ? terms.buyer : terms.seller, address(escrow), call, way));
    }

    function _amend(bytes32 dealId, Terms memory terms, uint8 choice, uint256 way) private {
        Terms memory next = _terms[dealId];
        next.acceptBy = uint40(block.timestamp);
        next.deliverBy = uint40(block.timestamp > next.deliverFrom ? block.timestamp : next.deliverFrom) + 1 hours;
        if (next.deliverBy > terms.deliverBy) return;
        next.salt = keccak256(abi.encode(next.salt));
        bytes32 newDealId = escrow.hashTerms(next);
        bytes32 consent = keccak256(
            abi.encode(keccak256("Amendment(bytes32 dealId,bytes32 newDealId)"), dealId, newDealId)
        );
        bytes memory signature = _signAs(_other(terms, choice), typedDigest(consent));
        bytes memory call = abi.encodeCall(escrow.amend, (terms, next, signature));
        _call(_party(terms, choice), call, way);
        _mustFail(_party(terms, choice), address(escrow), call, "10: an amendment is used twice");

        closedAs[dealId] = Outcome.Amended;
        closedAt[dealId] = uint40(block.timestamp);
        _terms[newDealId] = next;
        dealIds.push(newDealId);
    }

    function _settle(bytes32 dealId, Terms memory terms, Status stage, uint256 share, uint256 way) private {
        if (_keys[_other(terms, share)] == 0) return;
        bool ruled = _standing[dealId].length != 0;
        Closing memory closing = Closing(Outcome.Settled, ruled ? terms.arbiter : address(0), _nothing(terms));
        closing.sellerMinutes = _someOf(terms, ruled ? terms.arbiterFeeBps : 0, share);
        Settlement memory settlement = Settlement(
            dealId,
            closing.sellerMinutes,
            escrow.rulingOf(dealId),
            _newNonce(),
            uint40(block.timestamp)
        );
        bytes memory signature = _signAs(_other(terms, share), _settlementDigest(settlement));
        bytes memory call = abi.encodeCall(escrow.settle, (terms, settlement, signature));
        assertGe(uint8(stage), uint8(Status.Active));
        _close(dealId, closing, Call(_party(terms, share), address(escrow), call, way));
        _mustFail(_party(terms, share), address(escrow), call, "10: a settlement is used twice");
    }

    // ─── Disputes ────────────────────────────────────────────────────────────

    function _concede(bytes32 dealId, Terms memory terms, uint256 share, uint256 way) private {
        address feeTo = _standing[dealId].length == 0 ? address(0) : terms.arbiter;
        address party = _party(terms, share);
        Closing memory closing = Closing(Outcome.Ruled, feeTo, _nothing(terms));
        if (party == terms.buyer) closing.sellerMinutes = _mostOf(terms, feeTo == address(0) ? 0 : terms.arbiterFeeBps);
        _close(dealId, closing, Call(party, address(escrow), abi.encodeCall(escrow.concede, (terms)), way));
    }

    /// @dev The arbiter whose turn it is rules or steps back; a panel by its members' votes.
    function _judge(
        bytes32 dealId,
        Terms memory terms,
        Status stage,
        uint8 choice,
        uint256 share,
        uint256 way
    ) private {
        address judge = stage == Status.Disputed ? terms.arbiter : terms.appealArbiter;
        Verdict memory verdict;
        verdict.recuses = choice % 7 == 4;
        verdict.sellerMinutes = _someOf(terms, terms.arbiterFeeBps, share);
        verdict.act = Call(judge, address(escrow), _words(dealId, terms, verdict), way);
        if (judge == address(panel) && !_vote(dealId, terms, verdict, share)) return;

        if (stage == Status.Disputed && terms.appealArbiter != address(0)) {
            _do(verdict.act);
            if (!verdict.recuses) _standing[dealId] = verdict.sellerMinutes;
            return;
        }
        Closing memory closing = Closing(Outcome.Ruled, judge, verdict.sellerMinutes);
        if (verdict.recuses) _unruled(dealId, terms, closing);
        _close(dealId, closing, verdict.act);
    }

    function _words(bytes32 dealId, Terms memory terms, Verdict memory verdict) private view returns (bytes memory) {
        if (verdict.recuses) return abi.encodeCall(escrow.recuse, (terms, _standing[dealId]));
        return abi.encodeCall(escrow.rule, (terms, verdict.sellerMinutes, 0));
    }

    /// @dev The next members who have said nothing speak, one or all.
    /// @return decided Whether enough have: then the verdict is the panel's, for anyone to carry out.
    function _vote(
        bytes32 dealId,
        Terms memory terms,
        Verdict memory verdict,
        uint256 share
    ) private returns (bool decided) {
        Call memory call = verdict.act;
        (call.target, call.data) = (
            address(panel),
            verdict.recuses
                ? abi.encodeCall(panel.voteRecusal, (terms))
                : abi.encodeCall(panel.vote, (terms, verdict.sellerMinutes, bytes32(0)))
        );
        for (uint256 i = 0; i < jury.length && !decided; ++i) {
            call.who = jury[addmod(share, i, jury.length)];
            if (_spoken[dealId][call.who]) continue;
            _spoken[dealId][call.who] = true;
            _do(call);
            _mustFail(call.who, address(panel), call.data, "a member votes twice");
            decided = _isDecided(dealId);
            if (share % 3 == 0) break;
        }
        if (!decided) return false;
        verdict.recuses = panel.recusalsOf(dealId) == panel.threshold();
        if (!verdict.recuses) verdict.sellerMinutes = panel.rulingOf(terms);
        call.who = stranger;
        call.data =
            verdict.recuses
                ? abi.encodeCall(panel.executeRecusal, (terms, _standing[dealId]))
                : abi.encodeCall(panel.execute, (terms));
    }

    function _isDecided(bytes32 dealId) private view returns (bool) {
        uint256 most = panel.threshold();
        return panel.votersOf(dealId).length == most || panel.recusalsOf(dealId) == most;
    }

    /// @dev What stands is paid, else the silence split, which is nobody's ruling.
    function _unruled(bytes32 dealId, Terms memory terms, Closing memory closing) private view {
        if (_standing[dealId].length != 0) {
            (closing.outcome, closing.feeTo, closing.sellerMinutes) = (Outcome.Ruled, terms.arbiter, _standing[dealId]);
            return;
        }
        (closing.outcome, closing.feeTo) = (Outcome.Split, address(0));
        closing.sellerMinutes = _nothing(terms);
        for (uint256 i = 0; i < terms.ids.length; ++i) {
            closing.sellerMinutes[i] = (_minutes(terms.ids[i], terms.amounts[i]) * terms.silenceSellerBps) / 10_000;
        }
    }

    // ─── Small things ────────────────────────────────────────────────────────

    function _call(address who, bytes memory call, uint256 way) private {
        _act(who, address(escrow), call, way);
    }

    function _party(Terms memory terms, uint256 share) internal pure returns (address) {
        return share % 2 == 0 ? terms.buyer : terms.seller;
    }

    function _other(Terms memory terms, uint256 share) private pure returns (address) {
        return share % 2 == 0 ? terms.seller : terms.buyer;
    }

    function _nothing(Terms memory terms) private pure returns (uint256[] memory) {
        return new uint256[](terms.ids.length);
    }

    function _mostOf(Terms memory terms, uint256 feeBps) private pure returns (uint256[] memory most) {
        most = new uint256[](terms.ids.length);
        for (uint256 i = 0; i < most.length; ++i) {
            uint256 deposit = _minutes(terms.ids[i], terms.amounts[i]);
            most[i] = deposit - (deposit * feeBps) / 10_000;
        }
    }

    function _someOf(Terms memory terms, uint256 feeBps, uint256 share) private pure returns (uint256[] memory some) {
        some = _mostOf(terms, feeBps);
        for (uint256 i = 0; i < some.length; ++i) some[i] = bound(share >> (16 * i), 0, some[i]);
    }

    function _settlementDigest(Settlement memory settlement) private view returns (bytes32) {
        bytes32 typeHash = keccak256(
            "Settlement(bytes32 dealId,uint256[] sellerMinutes,bytes32 ruling,uint256 nonce,uint40 validUntil)"
        );
        bytes32 split_ = keccak256(abi.encodePacked(settlement.sellerMinutes));
        return
            typedDigest(
                keccak256(
                    abi.encode(
                        typeHash,
                        settlement.dealId,
                        split_,
                        settlement.ruling,
                        settlement.nonce,
                        settlement.validUntil
                    )
                )
            );
    }
}
