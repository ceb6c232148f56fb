// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeEscrow.tree, silence at every deadline: its second is the actor's, the next one the poke's.
contract SilenceTest is TimeSystem {
    Terms internal terms;

    function setUp() public override {
        super.setUp();
        terms = minutesTerms(100);
        terms.arbiterFeeBps = 1000;
        terms.silenceSellerBps = 3333;
    }

    function test_RevertWhen_ThereIsNoDeal() external {
        expectWrongStatus(escrow.hashTerms(terms), Status.None);
        escrow.poke(terms, none);
    }

    function test_GivenPending_SilenceRefunds() external {
        bytes32 dealId = openPending(terms);
        _pokeAfter(dealId, terms.acceptBy, none);
        assertClosed(dealId, Outcome.Refunded);
        _assertShares(0, 100, 0);
    }

    function test_GivenActive_SilenceRefunds() external {
        bytes32 dealId = openActive(terms);
        _pokeAfter(dealId, terms.deliverBy, none);
        assertClosed(dealId, Outcome.Refunded);
        _assertShares(0, 100, 0);
    }

    function test_GivenDelivered_SilencePaysTheSeller() external {
        bytes32 dealId = openDelivered(terms);
        _pokeAfter(dealId, START + terms.reviewWindow, none);
        assertClosed(dealId, Outcome.Completed);
        _assertShares(100, 0, 0);
    }

    function test_GivenDisputedWithoutAppeal_SilenceSplits() external {
        bytes32 dealId = openDisputed(terms);
        _pokeAfter(dealId, START + terms.rulingWindow, none);
        assertClosed(dealId, Outcome.Split);
        _assertShares(33, 67, 0);
    }

    function test_GivenRuled_SilencePaysTheRuling() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openRuled(terms, 60);
        _pokeAfter(dealId, START + terms.appealWindow, split(60));
        assertClosed(dealId, Outcome.Ruled);
        _assertShares(60, 30, 10);
    }

    function test_GivenAppealed_SilencePaysTheFirstRuling() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openEscalated(terms, 60);
        _pokeAfter(dealId, START + terms.rulingWindow, split(60));
        assertClosed(dealId, Outcome.Ruled);
        _assertShares(60, 30, 10);
    }

    function test_GivenBothArbitersAreSilent_TheEscalationIsDerivedAndThenSplit() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDisputed(terms);
        uint256 first = START + terms.rulingWindow;
        vm.warp(first);
        assertStage(terms, Status.Disputed, first);
        vm.warp(first + 1);
        assertStage(terms, Status.Escalated, first + terms.rulingWindow);
        assertStatus(dealId, Status.Disputed);

        _pokeAfter(dealId, first + terms.rulingWindow, none);
        assertClosed(dealId, Outcome.Split);
        _assertShares(33, 67, 0);
    }

    function test_GivenTheFirstArbiterIsSilent_TheTurnIsTheAppealArbiters() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDisputed(terms);
        vm.warp(START + terms.rulingWindow + 1);
        expectNotAllowed(dealId, arbiter);
        vm.prank(arbiter);
        escrow.rule(terms, split(50), 0);

        vm.prank(appealArbiter);
        escrow.rule(terms, split(50), 0);
        assertClosed(dealId, Outcome.Ruled);
        assertEq(balance(appealArbiter, terms.ids[0]), 10);
    }

    /// @dev Whatever a deal's terms and wherever it stands, pokes alone close it before its latest open second + 1.
    function testFuzz_WhenEveryoneIsSilent_PokesAloneClose(
        uint8 stage,
        uint32 review,
        uint32 ruling,
        uint32 appealTime,
        bool appealable
    ) external {
        terms.reviewWindow = uint32(bound(review, 1 hours, 90 days));
        terms.rulingWindow = uint32(bound(ruling, 1 hours, 90 days));
        terms.appealWindow = uint32(bound(appealTime, 1 hours, 90 days));
        if (appealable || stage % 6 > 3) terms.appealArbiter = appealArbiter;
        uint256[] memory standing = none;

        stage %= 6;
        if (stage == 0) openPending(terms);
        else if (stage == 1) openActive(terms);
        else if (stage == 2) openDelivered(terms);
        else if (stage == 3) openDisputed(terms);
        else {
            standing = split(40);
            if (stage == 4) openRuled(terms, 40);
            else openEscalated(terms, 40);
        }
        uint256 latest = uint256(terms.deliverBy) + terms.reviewWindow + terms.rulingWindow;
        if (terms.appealArbiter != address(0)) latest += terms.appealWindow + terms.rulingWindow;

        vm.warp(latest + 1);
        vm.prank(stranger);
        escrow.poke(terms, standing);
        assertStatus(escrow.hashTerms(terms), Status.Closed);
        assertEq(balance(address(escrow), terms.ids[0]), 0);
    }

    function _pokeAfter(bytes32 dealId, uint256 deadline, uint256[] memory standing) private {
        vm.warp(deadline - 1);
        expectTooEarly(dealId, deadline + 1, deadline - 1);
        escrow.poke(terms, standing);
        vm.warp(deadline);
        expectTooEarly(dealId, deadline + 1, deadline);
        escrow.poke(terms, standing);
        vm.warp(deadline + 1);
        vm.prank(stranger);
        escrow.poke(terms, standing);
    }

    function _assertShares(uint256 toSeller, uint256 toBuyer, uint256 toArbiter) private view {
        assertEq(balance(seller, terms.ids[0]), toSeller, "seller");
        assertEq(balance(buyer, terms.ids[0]), toBuyer, "buyer");
        assertEq(balance(arbiter, terms.ids[0]), toArbiter, "arbiter");
    }
}
