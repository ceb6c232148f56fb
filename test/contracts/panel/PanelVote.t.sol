// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IArbiterPanel} from "../../../contracts/interfaces/IArbiterPanel.sol";
import {IArbiterRegistry} from "../../../contracts/interfaces/IArbiterRegistry.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {PanelSystem} from "../support/PanelSystem.sol";

/// @notice Tree: ArbiterPanel.tree, all but fees
contract PanelVoteTest is PanelSystem {
    Terms internal terms;

    function setUp() public override {
        super.setUp();
        terms = panelTerms(100);
    }

    // ─── Construction ────────────────────────────────────────────────────────

    function test_RevertWhen_MembersAreBad() external {
        _expectBadPanel(new address[](0), 1, abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_BadMembers.selector, 0));
        _expectBadPanel(
            new address[](33),
            1,
            abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_BadMembers.selector, 33)
        );
        address[] memory members = jury;
        members[3] = address(0);
        _expectBadPanel(members, 3, abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_BadMembers.selector, 3));
        members[3] = members[1];
        _expectBadPanel(members, 3, abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_BadMembers.selector, 3));
    }

    function test_RevertWhen_TheThresholdIsBad() external {
        _expectBadPanel(jury, 0, abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_BadThreshold.selector, 0, 5));
        _expectBadPanel(jury, 6, abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_BadThreshold.selector, 6, 5));
    }

    function test_WhenConstructed_EverythingIsFixed() external view {
        assertEq(panel.members(), jury);
        assertEq(panel.threshold(), 3);
        assertEq(address(panel.escrow()), address(escrow));
        assertEq(address(panel.token()), address(token));
        assertEq(address(panel.registry()), address(registry));
        assertTrue(panel.supportsInterface(0x4e2312e0), "receives ERC-1155");
    }

    // ─── vote ────────────────────────────────────────────────────────────────

    function test_RevertWhen_AStrangerVotes() external {
        openDisputed(terms);
        bytes memory refusal = abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_NotMember.selector, stranger);
        vm.expectRevert(refusal);
        voteAs(stranger, terms, 50);
        vm.expectRevert(refusal);
        recuseAs(stranger, terms);
    }

    function test_RevertWhen_AMemberHasAPartInTheDeal() external {
        (jury[0], jury[1], jury[2]) = (buyer, seller, appealArbiter);
        panel = newPanel(jury, 2);
        terms.arbiter = address(panel);
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDisputed(terms);
        for (uint256 i = 0; i < 3; ++i) {
            expectInvolved(dealId, jury[i]);
            voteAs(jury[i], terms, 50);
            expectInvolved(dealId, jury[i]);
            recuseAs(jury[i], terms);
        }
        voteAs(jury[3], terms, 40);
        voteAs(jury[4], terms, 60);
        panel.execute(terms);
        assertEq(escrow.rulingOf(dealId), keccak256(abi.encode(split(40))), "the lower of two");
    }

    function test_RevertWhen_NothingIsDisputed() external {
        expectNotAwaited(escrow.hashTerms(terms), Status.None);
        voteAs(jury[0], terms, 50);
        bytes32 dealId = openDelivered(terms);
        expectNotAwaited(dealId, Status.Delivered);
        voteAs(jury[0], terms, 50);
    }

    function test_RevertWhen_ItIsAnothersTurn() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDisputed(terms);
        vm.warp(START + terms.rulingWindow + 1);
        expectNotAwaited(dealId, Status.Escalated);
        voteAs(jury[0], terms, 50);

        Terms memory appealed = minutesTerms(100);
        appealed.appealArbiter = address(panel);
        dealId = openDisputed(appealed);
        expectNotAwaited(dealId, Status.Disputed);
        voteAs(jury[0], appealed, 50);
    }

    function test_RevertWhen_ThePanelIsNotOfTheDeal() external {
        terms.arbiter = arbiter;
        bytes32 dealId = openDisputed(terms);
        expectNotAwaited(dealId, Status.Disputed);
        voteAs(jury[0], terms, 50);
    }

    function test_RevertWhen_TheRulingWindowIsOver() external {
        bytes32 dealId = openDisputed(terms);
        uint256 deadline = START + terms.rulingWindow;
        vm.warp(deadline);
        voteAs(jury[0], terms, 50);
        vm.warp(deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_TooLate.selector, dealId, deadline, deadline + 1)
        );
        voteAs(jury[1], terms, 50);
    }

    function test_RevertWhen_AMemberVotesTwice() external {
        bytes32 dealId = openDisputed(terms);
        voteAs(jury[0], terms, 50);
        recuseAs(jury[1], terms);
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory refusal = abi.encodeWithSelector(
                IArbiterPanel.ArbiterPanel_AlreadyVoted.selector,
                dealId,
                jury[i]
            );
            vm.expectRevert(refusal);
            voteAs(jury[i], terms, 60);
            vm.expectRevert(refusal);
            recuseAs(jury[i], terms);
        }
    }

    function test_RevertWhen_EnoughHaveVoted() external {
        bytes32 dealId = openDisputed(terms);
        decide(terms, split(50));
        expectDecided(dealId);
        voteAs(jury[3], terms, 90);
        expectDecided(dealId);
        recuseAs(jury[3], terms);
    }

    function test_RevertWhen_TheEscrowWouldNotTakeTheSplit() external {
        openDisputed(terms);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadSplit.selector, 0, 90));
        voteAs(jury[0], terms, 91);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadSplit.selector, 0, 0));
        vm.prank(jury[0]);
        panel.vote(terms, none, 0);
    }

    function test_WhenTheForwarderBringsTheVote_ItIsTheSigners() external {
        bytes32 dealId = openDisputed(terms);
        bytes memory call = abi.encodeCall(panel.vote, (terms, split(50), "reasons"));
        vm.expectEmit(address(panel));
        emit IArbiterPanel.Voted(dealId, jury[4], split(50), "reasons");
        vm.prank(forwarder);
        (bool ok, ) = address(panel).call(abi.encodePacked(call, jury[4]));
        assertTrue(ok);
        assertEq(panel.votersOf(dealId)[0], jury[4]);
    }

    // ─── execute ─────────────────────────────────────────────────────────────

    function test_RevertWhen_TooFewHaveVoted() external {
        bytes32 dealId = openDisputed(terms);
        voteAs(jury[0], terms, 50);
        voteAs(jury[1], terms, 50);
        expectUndecided(dealId, 2);
        panel.execute(terms);
        expectUndecided(dealId, 0);
        panel.executeRecusal(terms, none);
    }

    function test_RevertWhen_ExecutedLateOrTwice() external {
        bytes32 dealId = openDisputed(terms);
        decide(terms, split(50));
        uint256 before = vm.snapshotState();
        vm.warp(START + terms.rulingWindow + 1);
        expectTooLate(dealId, START + terms.rulingWindow);
        panel.execute(terms);

        vm.revertToState(before);
        panel.execute(terms);
        expectWrongStatus(dealId, Status.Closed);
        panel.execute(terms);
        expectNotAwaited(dealId, Status.Closed);
        voteAs(jury[3], terms, 50);
    }

    function test_WhenAMinorityIsSilent_AnyoneExecutesTheMedian() external {
        bytes32 dealId = openDisputed(terms);
        voteAs(jury[4], terms, 90);
        voteAs(jury[0], terms, 0);
        voteAs(jury[2], terms, 30);
        assertEq(panel.rulingOf(terms), split(30));
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Ruled(dealId, address(panel), split(30), 0);
        vm.prank(stranger);
        panel.execute(terms);
        assertClosed(dealId, Outcome.Ruled);
        assertEq(balance(seller, terms.ids[0]), 30);
        assertEq(balance(buyer, terms.ids[0]), 60);
        assertEq(balance(address(panel), terms.ids[0]), 10);
    }

    function testFuzz_TheRulingIsTheMedianOfEachId(uint256 seed, uint256 members, uint256 threshold) external {
        delete jury;
        members = bound(members, 1, 12);
        threshold = bound(threshold, 1, members);
        for (uint256 i = 0; i < members; ++i) jury.push(vm.addr(1000 + i));
        panel = newPanel(jury, threshold);
        Terms memory paid = _threeIds();
        bytes32 dealId = openDisputed(paid);

        uint256[][3] memory votes;
        for (uint256 i = 0; i < 3; ++i) votes[i] = new uint256[](threshold);
        for (uint256 j = 0; j < threshold; ++j) {
            uint256[] memory vote = new uint256[](3);
            for (uint256 i = 0; i < 3; ++i) {
                vote[i] = uint256(keccak256(abi.encode(seed, i, j))) % 55;
                votes[i][j] = vote[i];
            }
            vm.prank(jury[members - 1 - j]);
            panel.vote(paid, vote, 0);
        }
        uint256[] memory medians = new uint256[](3);
        for (uint256 i = 0; i < 3; ++i) medians[i] = vm.sort(votes[i])[(threshold + 1) / 2 - 1];
        assertEq(panel.rulingOf(paid), medians);
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Ruled(dealId, address(panel), medians, 0);
        panel.execute(paid);
        assertClosed(dealId, Outcome.Ruled);
    }

    function test_WhenThePanelIsTheFirstOfTwo_ItsRulingCanBeAppealed() external {
        terms.appealArbiter = appealArbiter;
        bytes32 dealId = openDisputed(terms);
        decide(terms, split(50));
        panel.execute(terms);
        assertStage(terms, Status.Ruled, START + terms.appealWindow);
        vm.prank(buyer);
        escrow.appeal(terms);
        vm.prank(appealArbiter);
        escrow.rule(terms, split(20), 0);
        assertClosed(dealId, Outcome.Ruled);
        assertEq(balance(appealArbiter, terms.ids[0]), 10);
        assertEq(balance(address(panel), terms.ids[0]), 0);
    }

    function test_WhenThePanelIsTheAppealArbiter_ItsRulingIsFinal() external {
        (terms.arbiter, terms.appealArbiter) = (arbiter, address(panel));
        bytes32 dealId = openEscalated(terms, 50);
        decide(terms, split(70));
        panel.execute(terms);
        assertClosed(dealId, Outcome.Ruled);
        assertEq(balance(seller, terms.ids[0]), 70);
        assertEq(balance(address(panel), terms.ids[0]), 10);
        assertEq(balance(arbiter, terms.ids[0]), 0);
    }

    function test_WhenTheFirstArbiterIsSilent_ThePanelRulesOnAppealUnpoked() external {
        (terms.arbiter, terms.appealArbiter) = (arbiter, address(panel));
        bytes32 dealId = openDisputed(terms);
        vm.warp(START + terms.rulingWindow + 1);
        decide(terms, split(70));
        vm.warp(START + 2 * terms.rulingWindow);
        panel.execute(terms);
        assertClosed(dealId, Outcome.Ruled);
    }

    // ─── recusal and silence ─────────────────────────────────────────────────

    function test_WhenTheOnlyArbiterRecuses_ItIsSplitAsBySilence() external {
        bytes32 dealId = openDisputed(terms);
        voteAs(jury[0], terms, 90);
        recuseAs(jury[1], terms);
        recuseAs(jury[2], terms);
        expectUndecided(dealId, 2);
        panel.executeRecusal(terms, none);
        recuseAs(jury[3], terms);
        assertEq(panel.recusalsOf(dealId), 3);
        expectDecided(dealId);
        voteAs(jury[4], terms, 90);

        vm.prank(stranger);
        panel.executeRecusal(terms, none);
        assertClosed(dealId, Outcome.Split);
        assertEq(balance(seller, terms.ids[0]), 50);
        assertEq(balance(address(panel), terms.ids[0]), 0);
    }

    function test_WhenThePanelOnAppealRecuses_TheFirstRulingIsPaid() external {
        (terms.arbiter, terms.appealArbiter) = (arbiter, address(panel));
        bytes32 dealId = openEscalated(terms, 30);
        for (uint256 i = 0; i < 3; ++i) recuseAs(jury[i], terms);
        panel.executeRecusal(terms, split(30));
        assertClosed(dealId, Outcome.Ruled);
        assertEq(balance(seller, terms.ids[0]), 30);
        assertEq(balance(arbiter, terms.ids[0]), 10);
    }

    function test_WhenTooFewVote_ItIsSilence() external {
        bytes32 dealId = openDisputed(terms);
        voteAs(jury[0], terms, 90);
        voteAs(jury[1], terms, 90);
        vm.warp(START + terms.rulingWindow + 1);
        escrow.poke(terms, none);
        assertClosed(dealId, Outcome.Split);
    }

    // ─── listing ─────────────────────────────────────────────────────────────

    function test_RevertWhen_AStrangerVotesOnTheListing() external {
        vm.expectRevert(abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_NotMember.selector, stranger));
        vm.prank(stranger);
        panel.voteListing("profile", 500, true);
    }

    function test_WhenEnoughSayTheSame_ThePanelIsListed() external {
        _voteListing(0, "profile");
        _voteListing(0, "profile");
        _voteListing(1, "another");
        _voteListing(2, "profile");
        assertEq(registry.listingOf(address(panel)).since, 0, "one member counts once");
        vm.expectEmit(address(registry));
        emit IArbiterRegistry.Listed(address(panel), "profile", 500, true);
        _voteListing(1, "profile");
        assertEq(registry.listingOf(address(panel)).profile, "profile");

        _voteListing(3, "another");
        _voteListing(4, "another");
        assertEq(registry.listingOf(address(panel)).profile, "profile", "used votes do not count again");
        _voteListing(0, "another");
        assertEq(registry.listingOf(address(panel)).profile, "another");

        _voteListing(0, "profile");
        assertEq(
            registry.listingOf(address(panel)).profile,
            "another",
            "one alone does not bring back what was decided"
        );
    }

    function test_RevertWhen_TheDirectoryRefusesTheListing() external {
        _voteListing(0, 0);
        _voteListing(1, 0);
        vm.expectRevert(IArbiterRegistry.ArbiterRegistry_NoProfile.selector);
        _voteListing(2, 0);
    }

    function _voteListing(uint256 seat, bytes32 profile) private {
        vm.prank(jury[seat]);
        panel.voteListing(profile, 500, true);
    }

    function _expectBadPanel(address[] memory members, uint256 threshold, bytes memory refusal) private {
        bytes memory code = vm.getCode("ArbiterPanel.sol:ArbiterPanel");
        code = abi.encodePacked(code, abi.encode(escrow, registry, forwarder, members, threshold));
        vm.expectRevert(refusal);
        this.create(code);
    }

    /// @dev Creates in a call of its own and hands the refusal on.
    function create(bytes memory code) external returns (address made) {
        assembly {
            made := create(0, add(code, 32), mload(code))
            if iszero(made) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }

    /// @dev An hour each of three issuers, the fee a twelfth at most.
    function _threeIds() private returns (Terms memory paid) {
        paid = termsOver(0, 0);
        paid.arbiter = address(panel);
        paid.arbiterFeeBps = 800;
        paid.ids = new uint256[](3);
        paid.amounts = new uint256[](3);
        for (uint160 i = 0; i < 3; ++i) {
            paid.ids[i] = promiseTime(address(0xA000 + i), buyer, Unit.Hour, 0, 1);
            paid.amounts[i] = 1;
        }
    }
}
