// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IArbiterPanel} from "../../../contracts/interfaces/IArbiterPanel.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, Unit} from "../../../contracts/libraries/TokenId.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {PanelSystem} from "../support/PanelSystem.sol";

/// @notice Tree: ArbiterPanel.tree, fees
contract PanelFeesTest is PanelSystem {
    // ─── What is taken ───────────────────────────────────────────────────────

    function test_RevertWhen_AnyoneElseSendsOrMints() external {
        uint256 id = promiseTime(stranger, buyer, Unit.Minute, 0, 5);
        _expectOnlyEscrow(address(token), buyer, buyer);
        vm.prank(buyer);
        token.safeTransferFrom(buyer, address(panel), id, 5, abi.encode(bytes32("deal")));
        _expectOnlyEscrow(address(token), buyer, address(0));
        vm.prank(buyer);
        token.mint(address(panel), Unit.Minute, 0, 5, abi.encode(bytes32("deal")));
    }

    function test_RevertWhen_AStrangerCallsTheHooks() external {
        _expectOnlyEscrow(stranger, address(escrow), address(escrow));
        vm.prank(stranger);
        panel.onERC1155Received(address(escrow), address(escrow), 1, 5, abi.encode(bytes32("deal")));
        _expectOnlyEscrow(stranger, address(escrow), address(escrow));
        vm.prank(stranger);
        panel.onERC1155BatchReceived(address(escrow), address(escrow), none, none, abi.encode(bytes32("deal")));
    }

    function test_RevertWhen_AClaimOfAnUndecidedDealIsRedirectedHere() external {
        (HostileReceiver hostile, Terms memory terms) = _hostileBuyer(100);
        bytes32 dealId = escrow.hashTerms(terms);
        vm.prank(seller);
        escrow.refund(terms);
        expectUndecided(dealId, 0);
        hostile.act(address(escrow), abi.encodeCall(escrow.redirectClaim, (dealId, terms.ids[0], address(panel))));
    }

    // ─── Shares ──────────────────────────────────────────────────────────────

    function test_WhenAFeeArrives_CountedVotersShareIt() external {
        Terms memory terms = panelTerms(100);
        bytes32 dealId = openDisputed(terms);
        decide(terms, split(50));
        vm.expectEmit(address(panel));
        emit IArbiterPanel.FeeBooked(dealId, terms.ids[0], 3, 1);
        panel.execute(terms);
        _assertDue(dealId, terms.ids[0], [uint256(4), 3, 3, 0, 0]);

        vm.expectEmit(address(panel));
        emit IArbiterPanel.FeeWithdrawn(dealId, jury[0], terms.ids[0], 4, stranger);
        vm.prank(jury[0]);
        panel.withdraw(dealId, terms.ids, stranger);
        assertEq(balance(stranger, terms.ids[0]), 4);
        _withdraw(jury[1], dealId, terms.ids);
        assertEq(balance(jury[1], terms.ids[0]), 3);
        _assertDue(dealId, terms.ids[0], [uint256(0), 0, 3, 0, 0]);
    }

    function test_RevertWhen_NothingIsDue() external {
        Terms memory terms = panelTerms(100);
        bytes32 dealId = _ruled(terms);
        expectNothingDue(dealId, jury[3], terms.ids[0]);
        _withdraw(jury[3], dealId, terms.ids);
        expectNothingDue(dealId, stranger, terms.ids[0]);
        _withdraw(stranger, dealId, terms.ids);

        uint256[] memory twice = new uint256[](2);
        (twice[0], twice[1]) = (terms.ids[0], terms.ids[0]);
        expectNothingDue(dealId, jury[0], terms.ids[0]);
        _withdraw(jury[0], dealId, twice);
        _withdraw(jury[0], dealId, terms.ids);
        expectNothingDue(dealId, jury[0], terms.ids[0]);
        _withdraw(jury[0], dealId, terms.ids);
        expectNothingDue("another", jury[1], terms.ids[0]);
        _withdraw(jury[1], "another", terms.ids);
    }

    function testFuzz_EveryTokenOfAFeeIsSomebodys(uint256 amount, uint16 feeBps, uint256 threshold) external {
        panel = newPanel(jury, bound(threshold, 1, 5));
        Terms memory terms = panelTerms(bound(amount, 1, 2400));
        terms.arbiterFeeBps = uint16(bound(feeBps, 0, 2000));
        bytes32 dealId = _ruled(terms);
        uint256 fee = (terms.amounts[0] * terms.arbiterFeeBps) / 10_000;
        assertEq(_dueToAll(dealId, terms.ids[0]), fee, "due");
        assertEq(balance(address(panel), terms.ids[0]), fee, "held");

        for (uint256 i = 0; i < jury.length; ++i) {
            uint256 due = panel.dueTo(dealId, jury[i], terms.ids[0]);
            if (due != 0) _withdraw(jury[i], dealId, terms.ids);
            assertEq(balance(jury[i], terms.ids[0]), due, "paid");
        }
        assertEq(balance(address(panel), terms.ids[0]), 0, "nothing is left");
    }

    function test_WhenTwoDealsPayTheSameId_EachIsBookedApart() external {
        uint256 id = promiseTime(stranger, buyer, Unit.Minute, 0, 300);
        bytes32 first = _ruled(_judged(termsOver(id, 100)));
        bytes32 second = _ruled(_judged(termsOver(id, 200)));
        _assertDue(first, id, [uint256(4), 3, 3, 0, 0]);
        _assertDue(second, id, [uint256(8), 6, 6, 0, 0]);
        for (uint256 i = 0; i < 3; ++i) {
            _withdraw(jury[i], second, _one(id));
            _withdraw(jury[i], first, _one(id));
        }
        assertEq(balance(address(panel), id), 0);
    }

    // ─── Claims ──────────────────────────────────────────────────────────────

    function testFuzz_WhenTheFeeIsOfManyIds_PushesAndClaimsBookItAll(uint256 count) external {
        Terms memory terms = _hours(bound(count, 1, 8));
        bytes32 dealId = _ruled(terms);
        for (uint256 i = 0; i < terms.ids.length; ++i) {
            address issuer = TokenId.wrap(terms.ids[i]).issuer();
            uint256 minuteId = idOf(issuer, Unit.Minute, 0);
            _fetch(dealId, terms.ids[i]);
            _fetch(dealId, minuteId);
            assertEq(_dueToAll(dealId, terms.ids[i]), 7, "hours");
            assertEq(_dueToAll(dealId, minuteId), 36, "minutes");
            assertEq(balance(address(panel), terms.ids[i]), 7);
            assertEq(balance(address(panel), minuteId), 36);
        }
    }

    function test_WhenSixteenIdsPassTheGasCap_AnyoneFetchesTheClaims() external {
        Terms memory terms = _hours(8);
        bytes32 dealId = _ruled(terms);
        assertEq(escrow.claimOf(dealId, address(panel), terms.ids[0]), 7, "claimed");
        assertEq(_dueToAll(dealId, terms.ids[0]), 0, "not booked yet");
        vm.expectEmit(address(panel));
        emit IArbiterPanel.FeeBooked(dealId, terms.ids[0], 2, 1);
        _fetch(dealId, terms.ids[0]);
        _assertDue(dealId, terms.ids[0], [uint256(3), 2, 2, 0, 0]);
    }

    function test_WhenUpToEightIdsArePaid_NoClaimIsLeft() external {
        Terms memory terms = _hours(4);
        bytes32 dealId = _ruled(terms);
        for (uint256 i = 0; i < 4; ++i) {
            assertEq(escrow.claimOf(dealId, address(panel), terms.ids[i]), 0);
            assertEq(balance(address(panel), terms.ids[i]), 7);
        }
    }

    function test_WhenAClaimIsGivenLater_WhatWasWithdrawnStaysCovered() external {
        (HostileReceiver hostile, Terms memory terms) = _hostileBuyer(20);
        terms.ids = _one(terms.ids[0]);
        bytes32 dealId = escrow.hashTerms(terms);
        vm.prank(seller);
        escrow.deliver(dealId);
        hostile.act(address(escrow), abi.encodeCall(escrow.dispute, (terms, 0)));
        decide(terms, split(17));
        panel.execute(terms);
        _assertDue(dealId, terms.ids[0], [uint256(2), 0, 0, 0, 0]);
        _withdraw(jury[0], dealId, terms.ids);

        hostile.act(address(escrow), abi.encodeCall(escrow.redirectClaim, (dealId, terms.ids[0], address(panel))));
        _assertDue(dealId, terms.ids[0], [uint256(1), 0, 0, 0, 0]);
        assertEq(balance(address(panel), terms.ids[0]), 1);
    }

    // ─── Withdrawing ─────────────────────────────────────────────────────────

    function test_RevertWhen_TheFeeHasLapsed() external {
        uint40 expiry = uint40(START + 60 days);
        Terms memory terms = _judged(termsOver(promiseTime(stranger, buyer, Unit.Minute, expiry, 100), 100));
        bytes32 dealId = _ruled(terms);
        vm.warp(expiry);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_Lapsed.selector, terms.ids[0]));
        _withdraw(jury[0], dealId, terms.ids);
    }

    function test_WhenAMemberRefusesTokens_TheirShareStaysAndNobodyWaits() external {
        HostileReceiver hostile = new HostileReceiver();
        jury[0] = address(hostile);
        panel = newPanel(jury, 3);
        Terms memory terms = panelTerms(100);
        bytes32 dealId = _ruled(terms);

        for (uint8 mood = uint8(Mood.Revert); mood <= uint8(Mood.ReturnJunk); ++mood) {
            hostile.set(Mood(mood));
            vm.expectRevert();
            vm.prank(address(hostile));
            panel.withdraw{gas: 2_000_000}(dealId, terms.ids, address(hostile));
        }
        _assertDue(dealId, terms.ids[0], [uint256(4), 3, 3, 0, 0]);
        _withdraw(jury[1], dealId, terms.ids);
        vm.prank(address(hostile));
        panel.withdraw(dealId, terms.ids, stranger);
        assertEq(balance(stranger, terms.ids[0]), 4);
    }

    function test_WhenAMemberCallsBack_NothingIsPaidTwice() external {
        HostileReceiver hostile = new HostileReceiver();
        jury[0] = address(hostile);
        panel = newPanel(jury, 3);
        Terms memory terms = panelTerms(100);
        bytes32 dealId = _ruled(terms);
        hostile.setCall(address(panel), abi.encodeCall(panel.withdraw, (dealId, terms.ids, address(hostile))));
        _withdraw(address(hostile), dealId, terms.ids);
        assertFalse(hostile.callSucceeded());
        assertEq(balance(address(hostile), terms.ids[0]), 4);
        assertEq(balance(address(panel), terms.ids[0]), 6);
    }

    // ─── The scene ───────────────────────────────────────────────────────────

    function _judged(Terms memory terms) private view returns (Terms memory) {
        terms.arbiter = address(panel);
        terms.arbiterFeeBps = 1000;
        return terms;
    }

    function _ruled(Terms memory terms) private returns (bytes32 dealId) {
        dealId = openDisputed(terms);
        decide(terms, new uint256[](terms.ids.length));
        panel.execute(terms);
    }

    /// @dev Forty hours each of `count` issuers: the fee is seven hours and 36 minutes of each.
    function _hours(uint256 count) private returns (Terms memory terms) {
        terms = _judged(termsOver(0, 0));
        terms.arbiterFeeBps = 1900;
        terms.ids = new uint256[](count);
        terms.amounts = new uint256[](count);
        for (uint160 i = 0; i < count; ++i) {
            terms.ids[i] = promiseTime(address(0xA000 + i), buyer, Unit.Hour, 0, 40);
            terms.amounts[i] = 40;
        }
    }

    /// @dev An active deal whose buyer is a contract that takes no tokens back.
    function _hostileBuyer(uint256 amount) private returns (HostileReceiver hostile, Terms memory terms) {
        hostile = new HostileReceiver();
        terms = _judged(termsOver(promiseTime(stranger, address(hostile), Unit.Minute, 0, amount), amount));
        terms.buyer = address(hostile);
        bytes memory data = abi.encode(terms, sellerSigned(terms));
        hostile.act(
            address(token),
            abi.encodeCall(token.safeTransferFrom, (address(hostile), address(escrow), terms.ids[0], amount, data))
        );
        hostile.set(Mood.Revert);
    }

    function _fetch(bytes32 dealId, uint256 id) private {
        if (escrow.claimOf(dealId, address(panel), id) == 0) return;
        vm.prank(stranger);
        escrow.payClaim(dealId, address(panel), id);
    }

    function _withdraw(address member, bytes32 dealId, uint256[] memory ids) private {
        vm.prank(member);
        panel.withdraw(dealId, ids, member);
    }

    function _one(uint256 id) private pure returns (uint256[] memory ids) {
        ids = new uint256[](1);
        ids[0] = id;
    }

    function _dueToAll(bytes32 dealId, uint256 id) private view returns (uint256 due) {
        for (uint256 i = 0; i < jury.length; ++i) due += panel.dueTo(dealId, jury[i], id);
    }

    function _assertDue(bytes32 dealId, uint256 id, uint256[5] memory due) private view {
        for (uint256 i = 0; i < 5; ++i) assertEq(panel.dueTo(dealId, jury[i], id), due[i], "due");
    }

    function _expectOnlyEscrow(address caller, address operator, address from) private {
        vm.expectRevert(abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_OnlyEscrow.selector, caller, operator, from));
    }
}
