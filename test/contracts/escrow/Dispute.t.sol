// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Settlement, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {IUnorderedNonces} from "../../../contracts/interfaces/IUnorderedNonces.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeEscrow.tree, Disputed, Ruled, Escalated, concede and settle
contract DisputeTest is TimeSystem {
    Terms internal terms;

    function setUp() public override {
        super.setUp();
        terms = minutesTerms(100);
        terms.arbiterFeeBps = 1000;
    }

    // ─── dispute and evidence ────────────────────────────────────────────────

    function test_RevertWhen_TheSellerDisputes() external {
        bytes32 dealId = openDelivered(terms);
        expectNotAllowed(dealId, seller);
        vm.prank(seller);
        escrow.dispute(terms, 0);
    }

    function test_RevertWhen_NothingWasDelivered() external {
        bytes32 dealId = openActive(terms);
        expectWrongStatus(dealId, Status.Active);
        vm.prank(buyer);
        escrow.dispute(terms, 0);
    }

    function test_RevertWhen_DisputedLate() external {
        bytes32 dealId = openDelivered(terms);
        vm.warp(START + terms.reviewWindow + 1);
        expectTooLate(dealId, START + terms.reviewWindow);
        vm.prank(buyer);
        escrow.dispute(terms, 0);
    }

    function test_WhenDisputedWithEvidence_BothAreSaid() external {
        bytes32 dealId = openDelivered(terms);
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Disputed(dealId);
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Evidence(dealId, buyer, "words");
        vm.prank(buyer);
        escrow.dispute(terms, "words");
        assertStage(terms, Status.Disputed, START + terms.rulingWindow);
    }

    function test_RevertWhen_AStrangerOrTheActiveDealBringsEvidence() external {
        bytes32 dealId = openActive(terms);
        expectWrongStatus(dealId, Status.Active);
        vm.prank(buyer);
        escrow.submitEvidence(terms, "words");
        vm.prank(seller);
        escrow.deliver(dealId);
        expectNotAllowed(dealId, stranger);
        vm.prank(stranger);
        escrow.submitEvidence(terms, "words");
    }

    function test_WhenDelivered_PartiesAndArbitersBringEvidence() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDelivered(terms);
        address[4] memory who = [buyer, seller, arbiter, appealArbiter];
        for (uint256 i = 0; i < who.length; ++i) {
            vm.expectEmit(address(escrow));
            emit ITimeEscrow.Evidence(dealId, who[i], "words");
            vm.prank(who[i]);
            escrow.submitEvidence(terms, "words");
        }
    }

    // ─── rule ────────────────────────────────────────────────────────────────

    function test_RevertWhen_SomeoneElseRules() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDisputed(terms);
        expectNotAllowed(dealId, appealArbiter);
        vm.prank(appealArbiter);
        escrow.rule(terms, split(50), 0);
    }

    function test_RevertWhen_TheSellerWouldGetMoreThanTheFeeLeaves() external {
        openDisputed(terms);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadSplit.selector, 0, 90));
        vm.prank(arbiter);
        escrow.rule(terms, split(91), 0);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadSplit.selector, 0, 0));
        vm.prank(arbiter);
        escrow.rule(terms, none, 0);
    }

    function test_RevertWhen_RuledLate() external {
        bytes32 dealId = openDisputed(terms);
        vm.warp(START + terms.rulingWindow + 1);
        expectTooLate(dealId, START + terms.rulingWindow);
        vm.prank(arbiter);
        escrow.rule(terms, split(50), 0);
    }

    function testFuzz_WhenThereIsNoAppeal_TheRulingIsPaidAtOnce(uint256 sellerMinutes) external {
        sellerMinutes = bound(sellerMinutes, 0, 90);
        bytes32 dealId = openDisputed(terms);
        vm.prank(arbiter);
        escrow.rule(terms, split(sellerMinutes), "reasons");
        assertClosed(dealId, Outcome.Ruled);
        _assertShares(sellerMinutes, 90 - sellerMinutes, 10, 0);
    }

    function test_WhenThereIsAppeal_TheRulingStandsForTheWindow() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openRuled(terms, 50);
        assertStage(terms, Status.Ruled, START + terms.appealWindow);
        assertEq(escrow.rulingOf(dealId), keccak256(abi.encode(split(50))));
        _assertShares(0, 0, 0, 0);
    }

    // ─── appeal ──────────────────────────────────────────────────────────────

    function test_RevertWhen_AStrangerAppealsOrItIsLate() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openRuled(terms, 50);
        expectNotAllowed(dealId, arbiter);
        vm.prank(arbiter);
        escrow.appeal(terms);
        vm.warp(START + terms.appealWindow + 1);
        expectTooLate(dealId, START + terms.appealWindow);
        vm.prank(seller);
        escrow.appeal(terms);
    }

    function test_WhenTheAppealIsRuled_ItIsFinalAndTheFeeIsTheAppealArbiters() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openEscalated(terms, 50);
        expectNotAllowed(dealId, arbiter);
        vm.prank(arbiter);
        escrow.rule(terms, split(10), 0);

        vm.prank(appealArbiter);
        escrow.rule(terms, split(20), 0);
        assertClosed(dealId, Outcome.Ruled);
        _assertShares(20, 70, 0, 10);
    }

    // ─── recuse ──────────────────────────────────────────────────────────────

    function test_WhenTheOnlyArbiterRecuses_ItIsSplitAsBySilence() external {
        bytes32 dealId = openDisputed(terms);
        vm.prank(arbiter);
        escrow.recuse(terms, none);
        assertClosed(dealId, Outcome.Split);
        _assertShares(50, 50, 0, 0);
    }

    function test_WhenTheFirstArbiterRecuses_ItIsEscalatedFromNow() external {
        terms.appealArbiter = appealArbiter;
        openDisputed(terms);
        vm.warp(START + 1 days);
        vm.prank(arbiter);
        escrow.recuse(terms, none);
        assertStage(terms, Status.Escalated, START + 1 days + terms.rulingWindow);
    }

    function test_WhenTheAppealArbiterRecuses_TheFirstRulingIsPaid() external {
        terms.appealArbiter = appealArbiter;
        openEscalated(terms, 30);
        vm.expectPartialRevert(ITimeEscrow.TimeEscrow_RulingMismatch.selector);
        vm.prank(appealArbiter);
        escrow.recuse(terms, split(31));

        vm.prank(appealArbiter);
        escrow.recuse(terms, split(30));
        _assertShares(30, 60, 10, 0);
    }

    // ─── concede ─────────────────────────────────────────────────────────────

    function test_RevertWhen_NothingIsDisputedOrAStrangerConcedes() external {
        bytes32 dealId = openDelivered(terms);
        expectWrongStatus(dealId, Status.Delivered);
        vm.prank(buyer);
        escrow.concede(terms);
        vm.prank(buyer);
        escrow.dispute(terms, 0);
        expectNotAllowed(dealId, arbiter);
        vm.prank(arbiter);
        escrow.concede(terms);
    }

    function test_WhenABuyerConcedesBeforeARuling_TheSellerGetsAll() external {
        bytes32 dealId = openDisputed(terms);
        vm.prank(buyer);
        escrow.concede(terms);
        assertClosed(dealId, Outcome.Ruled);
        _assertShares(100, 0, 0, 0);
    }

    function test_WhenASellerConcedesAfterARuling_TheFeeIsPaidFirst() external {
        terms.appealArbiter = appealArbiter;
        openEscalated(terms, 80);
        vm.prank(seller);
        escrow.concede(terms);
        _assertShares(0, 90, 10, 0);
    }

    // ─── settle ──────────────────────────────────────────────────────────────

    function test_RevertWhen_TheSettlementIsNotTheOthers() external {
        bytes32 dealId = openActive(terms);
        Settlement memory settlement = _settlement(dealId, 40);
        bytes memory own = _signed(buyerKey, settlement);
        expectBadSignature(seller);
        vm.prank(buyer);
        escrow.settle(terms, settlement, own);
    }

    function test_RevertWhen_TheSettlementIsLateOrOfAnotherDeal() external {
        bytes32 dealId = openActive(terms);
        Settlement memory settlement = _settlement(dealId, 40);
        bytes memory signature = _signed(sellerKey, settlement);
        vm.warp(settlement.validUntil + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_SignatureExpired.selector, settlement.validUntil)
        );
        vm.prank(buyer);
        escrow.settle(terms, settlement, signature);

        settlement.dealId = "another";
        vm.expectPartialRevert(ITimeEscrow.TimeEscrow_WrongStatus.selector);
        vm.prank(buyer);
        escrow.settle(terms, settlement, signature);
    }

    function test_RevertWhen_ARulingWasMadeMeanwhile() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDisputed(terms);
        Settlement memory settlement = _settlement(dealId, 40);
        bytes memory signature = _signed(sellerKey, settlement);
        vm.prank(arbiter);
        escrow.rule(terms, split(50), 0);
        vm.expectPartialRevert(ITimeEscrow.TimeEscrow_RulingMismatch.selector);
        vm.prank(buyer);
        escrow.settle(terms, settlement, signature);
    }

    function test_RevertWhen_TheNonceIsCancelled() external {
        bytes32 dealId = openActive(terms);
        Settlement memory settlement = _settlement(dealId, 40);
        bytes memory signature = _signed(sellerKey, settlement);
        vm.prank(seller);
        escrow.cancelNonce(settlement.nonce);
        vm.expectRevert(
            abi.encodeWithSelector(IUnorderedNonces.UnorderedNonces_Used.selector, seller, settlement.nonce)
        );
        vm.prank(buyer);
        escrow.settle(terms, settlement, signature);
    }

    function testFuzz_WhenBothAgree_ItIsSettledByTheMinute(uint256 sellerMinutes, bool buyerCalls) external {
        sellerMinutes = bound(sellerMinutes, 0, 100);
        bytes32 dealId = openActive(terms);
        Settlement memory settlement = _settlement(dealId, sellerMinutes);
        bytes memory signature = _signed(buyerCalls ? sellerKey : buyerKey, settlement);
        vm.prank(buyerCalls ? buyer : seller);
        escrow.settle(terms, settlement, signature);
        assertClosed(dealId, Outcome.Settled);
        _assertShares(sellerMinutes, 100 - sellerMinutes, 0, 0);
    }

    function test_WhenSettledAfterARuling_TheEarnedFeeIsPaidFirst() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openEscalated(terms, 50);
        Settlement memory settlement = _settlement(dealId, 91);
        settlement.ruling = escrow.rulingOf(dealId);
        bytes memory signature = _signed(sellerKey, settlement);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadSplit.selector, 0, 90));
        vm.prank(buyer);
        escrow.settle(terms, settlement, signature);

        settlement.sellerMinutes = split(70);
        signature = _signed(sellerKey, settlement);
        vm.prank(buyer);
        escrow.settle(terms, settlement, signature);
        _assertShares(70, 20, 10, 0);
    }

    function _settlement(bytes32 dealId, uint256 sellerMinutes) private pure returns (Settlement memory) {
        return Settlement(dealId, split(sellerMinutes), 0, 3, uint40(START + 1 days));
    }

    function _signed(uint256 key, Settlement memory settlement) private view returns (bytes memory) {
        bytes32 typehash = keccak256(
            "Settlement(bytes32 dealId,uint256[] sellerMinutes,bytes32 ruling,uint256 nonce,uint40 validUntil)"
        );
        bytes32 structHash = keccak256(
            abi.encode(
                typehash,
                settlement.dealId,
                keccak256(abi.encodePacked(settlement.sellerMinutes)),
                settlement.ruling,
                settlement.nonce,
                settlement.validUntil
            )
        );
        return sign(key, typedDigest(structHash));
    }

    function _assertShares(uint256 toSeller, uint256 toBuyer, uint256 toArbiter, uint256 toAppeal) private view {
        assertEq(balance(seller, terms.ids[0]), toSeller, "seller");
        assertEq(balance(buyer, terms.ids[0]), toBuyer, "buyer");
        assertEq(balance(arbiter, terms.ids[0]), toArbiter, "arbiter");
        assertEq(balance(appealArbiter, terms.ids[0]), toAppeal, "appeal arbiter");
    }
}
