// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Deal, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {DealMoves} from "./DealMoves.sol";

/// @notice What nobody may do, tried by everybody at any time: invariants 6, 8 and 10.
abstract contract TrialMoves is DealMoves {
    /// @dev 6: any entry of any deal by anyone. What the table of transitions does not allow is refused.
    function tryForbidden(uint256 which, uint8 entry, uint256 who) external {
        if (dealIds.length == 0) return;
        bytes32 dealId = dealIds[which % dealIds.length];
        Terms memory terms = _terms[dealId];
        address caller = _anyone(terms, who);
        entry %= 12;
        if (_isAllowed(terms, entry, caller)) return;
        Deal memory before = escrow.dealOf(dealId);
        _mustFail(caller, address(escrow), _entry(dealId, terms, entry), "6: a forbidden transition");
        assertEq(keccak256(abi.encode(escrow.dealOf(dealId))), keccak256(abi.encode(before)));
    }

    /// @dev 8: to the second before a deadline, its own, or the one after.
    function waitForADeadline(uint256 which, uint8 offset) external {
        bytes32 dealId = _liveDeal(which);
        if (dealId == 0) return;
        (, uint256 deadline) = escrow.stageOf(_terms[dealId]);
        uint256 time = deadline + (offset % 3);
        if (time > block.timestamp + 1) vm.warp(time - 1);
    }

    /// @dev 10: the seller's signature on another chain's terms, or of another's key, opens nothing.
    function openByAForeignSignature(uint256 who, uint256 with, uint256 which, bool otherChain) external {
        (address payer, address giver) = (_member(who), _member(with));
        (uint256 id, uint256 held) = _heldBy(payer, which, 40 days);
        if (held == 0 || payer == giver) return;
        Terms memory terms = termsOver(id, held);
        (terms.buyer, terms.seller) = (payer, giver);
        bytes memory call = _opening(terms, _foreignSignature(terms, otherChain));
        _mustFail(payer, address(token), call, "10: a foreign signature opens");
    }

    /// @dev 10: terms that a party voided open nothing, signed or not.
    function openVoided(uint256 who, uint256 with, uint256 which, bool byBuyer, uint256 way) external {
        (address payer, address giver) = (_member(who), _member(with));
        (uint256 id, uint256 held) = _heldBy(payer, which, 40 days);
        if (held == 0 || payer == giver) return;
        Terms memory terms = termsOver(id, held);
        (terms.buyer, terms.seller) = (payer, giver);
        _act(byBuyer ? payer : giver, address(escrow), abi.encodeCall(escrow.voidTerms, (terms)), way);
        _mustFail(payer, address(token), _opening(terms, ""), "10: voided terms open");
    }

    /// @dev 10: what the forwarder carried once it does not carry again.
    function repeatTheLastRequest() external {
        if (_lastRequest.from == address(0)) return;
        bytes memory call = abi.encodeCall(ERC2771Forwarder.execute, (_lastRequest));
        _mustFail(stranger, forwarder, call, "10: a request is carried twice");
    }

    function _opening(Terms memory terms, bytes memory signature) private view returns (bytes memory) {
        return
            abi.encodeCall(
                token.safeTransferFrom,
                (terms.buyer, address(escrow), terms.ids[0], terms.amounts[0], abi.encode(terms, signature))
            );
    }

    function _foreignSignature(Terms memory terms, bool otherChain) private returns (bytes memory signature) {
        if (!otherChain || _keys[terms.seller] == 0) return sign(uint256(keccak256("nobody")), escrow.hashTerms(terms));
        uint256 here = currentChain();
        vm.chainId(here + 1);
        signature = _signAs(terms.seller, escrow.hashTerms(terms));
        vm.chainId(here);
    }

    /// @dev The table of transitions (see docs/invariants.md), said once more and independently.
    function _isAllowed(Terms memory terms, uint8 entry, address caller) private view returns (bool) {
        (Status stage, uint256 deadline) = escrow.stageOf(terms);
        if (deadline == 0) return false;
        bool late = block.timestamp > deadline;
        if (entry == 0) return late;
        if (late) return false;
        (bool buys, bool sells) = (caller == terms.buyer, caller == terms.seller);
        bool disputed = stage == Status.Disputed || stage == Status.Escalated;
        if (entry == 1) return stage == Status.Pending && sells;
        if (entry == 2) return stage == Status.Pending && (buys || sells);
        if (entry == 3) return stage == Status.Active && sells && block.timestamp >= terms.deliverFrom;
        if (entry == 4) return (stage == Status.Active || stage == Status.Delivered) && buys;
        if (entry == 5) return (stage == Status.Active || stage == Status.Delivered) && sells;
        if (entry == 6) return stage == Status.Delivered && buys;
        if (entry == 7) return stage == Status.Ruled && (buys || sells);
        if (entry == 8) return (disputed || stage == Status.Ruled) && (buys || sells);
        if (entry == 9 || entry == 10)
            return disputed && caller == (stage == Status.Disputed ? terms.arbiter : terms.appealArbiter);
        return false;
    }

    function _entry(bytes32 dealId, Terms memory terms, uint8 entry) private view returns (bytes memory) {
        if (entry == 0) return abi.encodeCall(escrow.poke, (terms, _standing[dealId]));
        if (entry == 1) return abi.encodeCall(escrow.accept, (terms));
        if (entry == 2) return abi.encodeCall(escrow.decline, (terms));
        if (entry == 3) return abi.encodeCall(escrow.deliver, (dealId));
        if (entry == 4) return abi.encodeCall(escrow.confirm, (terms));
        if (entry == 5) return abi.encodeCall(escrow.refund, (terms));
        if (entry == 6) return abi.encodeCall(escrow.dispute, (terms, 0));
        if (entry == 7) return abi.encodeCall(escrow.appeal, (terms));
        if (entry == 8) return abi.encodeCall(escrow.concede, (terms));
        if (entry == 9) return abi.encodeCall(escrow.rule, (terms, new uint256[](terms.ids.length), 0));
        if (entry == 10) return abi.encodeCall(escrow.recuse, (terms, _standing[dealId]));
        return abi.encodeCall(escrow.voidTerms, (terms));
    }

    function _anyone(Terms memory terms, uint256 who) private view returns (address) {
        address[5] memory near = [terms.buyer, terms.seller, terms.arbiter, appealArbiter, stranger];
        return near[who % 5];
    }
}
