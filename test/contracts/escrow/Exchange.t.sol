// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeEscrow.tree, Pending, Active and Delivered
contract ExchangeTest is TimeSystem {
    Terms internal terms;

    function setUp() public override {
        super.setUp();
        terms = minutesTerms(60);
        terms.deliverFrom = uint40(START + 2 days);
    }

    // ─── accept and decline ──────────────────────────────────────────────────

    function test_RevertWhen_SomeoneElseAccepts() external {
        bytes32 dealId = openPending(terms);
        expectNotAllowed(dealId, buyer);
        vm.prank(buyer);
        escrow.accept(terms);
    }

    function test_RevertWhen_AcceptedTwice() external {
        bytes32 dealId = openActive(terms);
        expectWrongStatus(dealId, Status.Active);
        vm.prank(seller);
        escrow.accept(terms);
    }

    function test_RevertWhen_AcceptedLate() external {
        bytes32 dealId = openPending(terms);
        vm.warp(terms.acceptBy + 1);
        expectTooLate(dealId, terms.acceptBy);
        vm.prank(seller);
        escrow.accept(terms);
    }

    function test_WhenAcceptedInTheLastSecond_ItIsActive() external {
        bytes32 dealId = openPending(terms);
        vm.warp(terms.acceptBy);
        vm.prank(seller);
        escrow.accept(terms);
        assertStatus(dealId, Status.Active);
    }

    function test_RevertWhen_AStrangerDeclines() external {
        bytes32 dealId = openPending(terms);
        expectNotAllowed(dealId, stranger);
        vm.prank(stranger);
        escrow.decline(terms);
    }

    function test_WhenEitherPartyDeclines_TheBuyerGetsEverythingBack() external {
        for (uint256 i = 0; i < 2; ++i) {
            terms.salt = bytes32(i + 100);
            bytes32 dealId = openPending(terms);
            vm.prank(i == 0 ? buyer : seller);
            escrow.decline(terms);
            assertClosed(dealId, Outcome.Refunded);
            assertEq(balance(buyer, terms.ids[0]), 60);
        }
    }

    // ─── deliver ─────────────────────────────────────────────────────────────

    function test_RevertWhen_SomeoneElseDelivers() external {
        bytes32 dealId = openActive(terms);
        vm.warp(terms.deliverFrom);
        expectNotAllowed(dealId, buyer);
        vm.prank(buyer);
        escrow.deliver(dealId);
    }

    function test_RevertWhen_DeliveredEarlyOrLate() external {
        bytes32 dealId = openActive(terms);
        vm.warp(terms.deliverFrom - 1);
        expectTooEarly(dealId, terms.deliverFrom, terms.deliverFrom - 1);
        vm.prank(seller);
        escrow.deliver(dealId);

        vm.warp(terms.deliverBy + 1);
        expectTooLate(dealId, terms.deliverBy);
        vm.prank(seller);
        escrow.deliver(dealId);
    }

    function testFuzz_WhenDeliveredInTheSlot_TheReviewBegins(uint40 time) external {
        bytes32 dealId = openActive(terms);
        vm.warp(bound(time, terms.deliverFrom, terms.deliverBy));
        vm.prank(seller);
        escrow.deliver(dealId);
        assertStage(terms, Status.Delivered, block.timestamp + terms.reviewWindow);
    }

    // ─── confirm and refund ──────────────────────────────────────────────────

    function test_RevertWhen_SomeoneElseConfirmsOrRefunds() external {
        bytes32 dealId = openActive(terms);
        expectNotAllowed(dealId, seller);
        vm.prank(seller);
        escrow.confirm(terms);
        expectNotAllowed(dealId, buyer);
        vm.prank(buyer);
        escrow.refund(terms);
    }

    function test_RevertWhen_PendingIsConfirmed() external {
        bytes32 dealId = openPending(terms);
        expectWrongStatus(dealId, Status.Pending);
        vm.prank(buyer);
        escrow.confirm(terms);
    }

    function test_RevertWhen_ConfirmedLate() external {
        bytes32 dealId = openActive(terms);
        vm.warp(terms.deliverBy + 1);
        expectTooLate(dealId, terms.deliverBy);
        vm.prank(buyer);
        escrow.confirm(terms);
    }

    function test_RevertWhen_ConfirmedOrRefundedAfterADispute() external {
        terms.deliverFrom = uint40(START);
        bytes32 dealId = openDisputed(terms);
        expectWrongStatus(dealId, Status.Disputed);
        vm.prank(buyer);
        escrow.confirm(terms);
        expectWrongStatus(dealId, Status.Disputed);
        vm.prank(seller);
        escrow.refund(terms);
    }

    function test_WhenConfirmedInPerson_TheSellerIsPaidAtOnce() external {
        bytes32 dealId = openActive(terms);
        vm.prank(buyer);
        escrow.confirm(terms);
        assertClosed(dealId, Outcome.Completed);
        assertEq(balance(seller, terms.ids[0]), 60);
        assertEq(balance(address(escrow), terms.ids[0]), 0);
    }

    function test_WhenConfirmedDuringTheReview_TheSellerIsPaid() external {
        terms.deliverFrom = uint40(START);
        bytes32 dealId = openDelivered(terms);
        vm.warp(START + terms.reviewWindow);
        vm.prank(buyer);
        escrow.confirm(terms);
        assertClosed(dealId, Outcome.Completed);
        assertEq(balance(seller, terms.ids[0]), 60);
    }

    function test_WhenTheSellerRefunds_TheBuyerGetsEverythingBack() external {
        openActive(terms);
        vm.prank(seller);
        escrow.refund(terms);
        assertEq(balance(buyer, terms.ids[0]), 60);

        terms.deliverFrom = uint40(START);
        bytes32 dealId = openDelivered(terms);
        vm.prank(seller);
        escrow.refund(terms);
        assertClosed(dealId, Outcome.Refunded);
        assertEq(balance(buyer, terms.ids[0]), 60);
    }

    // ─── amend ───────────────────────────────────────────────────────────────

    function test_RevertWhen_TheConsentIsNotTheOthers() external {
        openActive(terms);
        Terms memory next = _moved();
        bytes memory own = _amendment(buyerKey, next);
        expectBadSignature(seller);
        vm.prank(buyer);
        escrow.amend(terms, next, own);

        bytes memory bare = sign(sellerKey, escrow.hashTerms(next));
        expectBadSignature(seller);
        vm.prank(buyer);
        escrow.amend(terms, next, bare);
    }

    function test_RevertWhen_AStrangerAmends() external {
        bytes32 dealId = openActive(terms);
        Terms memory next = _moved();
        bytes memory consent = _amendment(sellerKey, next);
        expectNotAllowed(dealId, stranger);
        vm.prank(stranger);
        escrow.amend(terms, next, consent);
    }

    function test_RevertWhen_AnyOtherFieldChanges() external {
        openActive(terms);
        for (uint256 field = 0; field < 11; ++field) {
            Terms memory next = _movedWithAnother(field);
            bytes memory consent = _amendment(sellerKey, next);
            vm.expectRevert(ITimeEscrow.TimeEscrow_NotAmendable.selector);
            vm.prank(buyer);
            escrow.amend(terms, next, consent);
        }
    }

    function test_RevertWhen_TheNewTimesBreakTheLimits() external {
        openActive(terms);
        Terms memory next = _moved();
        next.deliverBy = uint40(block.timestamp + 731 days);
        bytes memory consent = _amendment(sellerKey, next);
        vm.expectPartialRevert(ITimeEscrow.TimeEscrow_BadDeliverBy.selector);
        vm.prank(buyer);
        escrow.amend(terms, next, consent);
    }

    function test_RevertWhen_TheNewTermsAreUsed() external {
        bytes32 dealId = openActive(terms);
        bytes memory consent = _amendment(sellerKey, terms);
        expectWrongStatus(dealId, Status.Active);
        vm.prank(buyer);
        escrow.amend(terms, terms, consent);
    }

    function test_WhenBothAgree_ItGoesOnUnderTheNewId() external {
        bytes32 dealId = openActive(terms);
        Terms memory next = _moved();
        bytes memory consent = _amendment(sellerKey, next);
        vm.warp(terms.acceptBy);
        vm.prank(buyer);
        escrow.amend(terms, next, consent);

        assertClosed(dealId, Outcome.Amended);
        assertStage(next, Status.Active, next.deliverBy);
        vm.prank(buyer);
        escrow.confirm(next);
        assertEq(balance(seller, terms.ids[0]), 60);
    }

    function _moved() private view returns (Terms memory next) {
        next = terms;
        next.deliverFrom += 1 days;
        next.deliverBy += 1 days;
        next.salt = "moved";
    }

    /// @dev Each of the eleven fields that an amendment leaves as they are, another than before.
    function _movedWithAnother(uint256 field) private view returns (Terms memory next) {
        next = _moved();
        if (field == 0) next.buyer = stranger;
        if (field == 1) next.seller = stranger;
        if (field == 2) next.arbiter = stranger;
        if (field == 3) next.appealArbiter = stranger;
        if (field == 4) next.ids = _another(terms.ids[0]);
        if (field == 5) next.amounts = _another(terms.amounts[0]);
        if (field == 6) next.reviewWindow += 1;
        if (field == 7) next.rulingWindow += 1;
        if (field == 8) next.appealWindow += 1;
        if (field == 9) next.arbiterFeeBps += 1;
        if (field == 10) next.silenceSellerBps -= 1;
    }

    function _another(uint256 value) private pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = value + 1;
    }

    function _amendment(uint256 key, Terms memory next) private view returns (bytes memory) {
        bytes32 typehash = keccak256("Amendment(bytes32 dealId,bytes32 newDealId)");
        return sign(key, typedDigest(keccak256(abi.encode(typehash, escrow.hashTerms(terms), escrow.hashTerms(next)))));
    }
}
