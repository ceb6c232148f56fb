// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeEscrow.tree, payout
contract PayoutTest is TimeSystem {
    // ─── Splits ──────────────────────────────────────────────────────────────

    function testFuzz_WhenADayIsSplit_EveryMinuteIsPaid(uint256 sellerMinutes, uint8 unit, uint16 feeBps) external {
        Terms memory terms = _aDayOf(stranger, unit);
        terms.arbiterFeeBps = uint16(bound(feeBps, 0, 2000));
        uint256 fee = (1440 * uint256(terms.arbiterFeeBps)) / 10_000;
        sellerMinutes = bound(sellerMinutes, 0, 1440 - fee);
        openDisputed(terms);
        vm.prank(arbiter);
        escrow.rule(terms, split(sellerMinutes), 0);

        assertEq(_minutesOf(seller, stranger), sellerMinutes, "seller");
        assertEq(_minutesOf(arbiter, stranger), fee, "fee");
        assertEq(_minutesOf(buyer, stranger), 1440 - fee - sellerMinutes, "buyer");
        assertEq(_minutesOf(address(escrow), stranger), 0, "escrow");
        assertEq(token.issuerRecord(stranger).outstandingMinutes, 1440, "outstanding");
    }

    function test_WhenADayIsRuled60To40_BothArePaidToTheMinute() external {
        uint256 id = promiseTime(stranger, buyer, Unit.Day, 0, 1);
        Terms memory terms = termsOver(id, 1);
        openDisputed(terms);
        vm.prank(arbiter);
        escrow.rule(terms, split(864), 0);
        assertEq(balance(seller, idOf(stranger, Unit.Minute, 0)), 864);
        assertEq(balance(buyer, idOf(stranger, Unit.Minute, 0)), 576);
        assertEq(balance(address(escrow), id), 0);
    }

    // ─── Redeeming ───────────────────────────────────────────────────────────

    function test_WhenTheSellerIsPaidInTheirOwnPromises_TheyAreRedeemed() external {
        uint256 id = promiseTime(seller, buyer, Unit.Hour, 0, 2);
        Terms memory terms = termsOver(id, 2);
        openActive(terms);
        vm.prank(buyer);
        escrow.confirm(terms);
        assertEq(token.totalSupply(TokenId.wrap(id)), 0);
        assertEq(token.issuerRecord(seller).redeemedMinutes, 120);
        assertEq(token.issuerRecord(seller).outstandingMinutes, 0);
    }

    function testFuzz_WhenSplit_OnlyTheSellersShareIsRedeemed(uint256 sellerMinutes, uint8 unit) external {
        Terms memory terms = _aDayOf(seller, unit);
        sellerMinutes = bound(sellerMinutes, 0, 1440);
        openDisputed(terms);
        vm.prank(arbiter);
        escrow.rule(terms, split(sellerMinutes), 0);
        assertEq(token.issuerRecord(seller).redeemedMinutes, sellerMinutes);
        assertEq(_minutesOf(buyer, seller), 1440 - sellerMinutes);
        assertEq(_minutesOf(seller, seller), 0);
    }

    function test_WhenARefundReachesItsIssuer_NothingIsRedeemed() external {
        Terms memory terms = termsOver(promiseTime(buyer, buyer, Unit.Hour, 0, 2), 2);
        openActive(terms);
        vm.prank(seller);
        escrow.refund(terms);
        assertEq(balance(buyer, terms.ids[0]), 2);
        assertEq(token.issuerRecord(buyer).redeemedMinutes, 0);
    }

    // ─── Several ids, lapsed ones among them ─────────────────────────────────

    function test_WhenEightIdsArePaid_AllArrive() external {
        Terms memory terms = _manyIds(8, 0);
        openActive(terms);
        vm.prank(buyer);
        escrow.confirm(terms);
        for (uint256 i = 0; i < 8; ++i) assertEq(balance(seller, terms.ids[i]), 1);
    }

    function test_WhenOneIdLapsedMeanwhile_ItIsBurnedAndTheRestIsPaid() external {
        uint40 expiry = uint40(START + 7 days + 3 days + 5 days + 7 days);
        Terms memory terms = _manyIds(2, expiry);
        bytes32 dealId = openDelivered(terms);
        vm.warp(expiry);
        uint256 lapsing = TokenId.wrap(terms.ids[0]).expiry() == 0 ? terms.ids[1] : terms.ids[0];
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Lapsed(dealId, lapsing, 1);
        escrow.poke(terms, none);

        uint256 kept = lapsing == terms.ids[0] ? terms.ids[1] : terms.ids[0];
        assertEq(balance(seller, kept), 1);
        assertEq(token.totalSupply(TokenId.wrap(lapsing)), 0);
    }

    function testFuzz_WhenTheOnlyIdLapsedMeanwhile_ItIsBurned(uint8 unit, bool disputed) external {
        uint40 expiry = uint40(START + 7 days + 3 days + 5 days + 7 days);
        uint256 id = promiseTime(stranger, buyer, Unit(unit % 3), expiry, 1);
        Terms memory terms = termsOver(id, 1);
        bytes32 dealId = disputed ? openDisputed(terms) : openDelivered(terms);
        vm.warp(expiry);
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Lapsed(dealId, id, 1);
        escrow.poke(terms, none);
        assertClosed(dealId, disputed ? Outcome.Split : Outcome.Completed);
        assertEq(token.totalSupply(TokenId.wrap(id)), 0);
    }

    // ─── Refusing receivers ──────────────────────────────────────────────────

    function testFuzz_WhenTheSellerRefuses_AClaimIsLeftAndTheBuyersShareIsPaid(uint8 moodIndex) external {
        HostileReceiver receiver = new HostileReceiver();
        Mood mood = [Mood.Revert, Mood.BurnGas, Mood.ReturnJunk, Mood.ReturnBomb][moodIndex % 4];
        receiver.set(mood);
        (Terms memory terms, bytes32 dealId) = _disputedWith(address(receiver));
        vm.prank(arbiter);
        escrow.rule(terms, split(70), 0);

        assertClosed(dealId, Outcome.Ruled);
        assertEq(balance(buyer, terms.ids[0]), 30);
        assertEq(escrow.claimOf(dealId, address(receiver), terms.ids[0]), 70);
        assertEq(balance(address(escrow), terms.ids[0]), 70);

        receiver.set(Mood.Take);
        escrow.payClaim(dealId, address(receiver), terms.ids[0]);
        assertEq(balance(address(receiver), terms.ids[0]), 70);
        vm.expectRevert(
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_NoClaim.selector, dealId, address(receiver), terms.ids[0])
        );
        escrow.payClaim(dealId, address(receiver), terms.ids[0]);
    }

    function test_WhenAClaimIsRedirected_OnlyItsOwnerMayAndNotToTheSystem() external {
        HostileReceiver receiver = new HostileReceiver();
        receiver.set(Mood.Revert);
        (Terms memory terms, bytes32 dealId) = _disputedWith(address(receiver));
        vm.prank(arbiter);
        escrow.rule(terms, split(70), 0);

        vm.expectPartialRevert(ITimeEscrow.TimeEscrow_NoClaim.selector);
        vm.prank(stranger);
        escrow.redirectClaim(dealId, terms.ids[0], stranger);
        address[3] memory refused = [address(0), address(escrow), address(token)];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadRecipient.selector, refused[i]));
            vm.prank(address(receiver));
            escrow.redirectClaim(dealId, terms.ids[0], refused[i]);
        }
        vm.prank(address(receiver));
        escrow.redirectClaim(dealId, terms.ids[0], stranger);
        assertEq(balance(stranger, terms.ids[0]), 70);
    }

    function test_WhenAClaimLapses_AnyoneBurnsIt() external {
        HostileReceiver receiver = new HostileReceiver();
        receiver.set(Mood.Revert);
        uint40 expiry = uint40(START + 100 days);
        Terms memory terms = termsOver(promiseTime(stranger, buyer, Unit.Hour, expiry, 1), 1);
        terms.seller = address(receiver);
        bytes32 dealId = openPending(terms);
        vm.prank(address(receiver));
        escrow.accept(terms);
        vm.prank(buyer);
        escrow.confirm(terms);

        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_NotLapsed.selector, TokenId.wrap(terms.ids[0])));
        escrow.lapseClaim(dealId, address(receiver), terms.ids[0]);
        vm.warp(expiry);
        escrow.lapseClaim(dealId, address(receiver), terms.ids[0]);
        assertEq(token.totalSupply(TokenId.wrap(terms.ids[0])), 0);
        assertEq(escrow.claimOf(dealId, address(receiver), terms.ids[0]), 0);
    }

    /// @dev Whatever the gas, the call reverts or everyone has what they would have with unlimited gas.
    function testFuzz_AtAnyGasLimit_ItRevertsOrPaysTheSame(uint256 gasLimit) external {
        gasLimit = bound(gasLimit, 30_000, 700_000);
        Terms memory terms = minutesTerms(100);
        bytes32 dealId = openDisputed(terms);
        bytes memory call = abi.encodeCall(escrow.rule, (terms, split(60), bytes32(0)));
        vm.prank(arbiter);
        (bool done, ) = address(escrow).call{gas: gasLimit}(call);

        assertEq(balance(seller, terms.ids[0]), done ? 60 : 0);
        assertEq(balance(buyer, terms.ids[0]), done ? 40 : 0);
        assertEq(escrow.claimOf(dealId, seller, terms.ids[0]), 0);
        assertEq(escrow.claimOf(dealId, buyer, terms.ids[0]), 0);
        assertEq(balance(address(escrow), terms.ids[0]), done ? 0 : 100);
        if (!done) assertStatus(dealId, Status.Disputed);
    }

    /// @dev Without the check a push would be tried with less, fail for want of gas, and take the whole call with it.
    function test_RevertWhen_APushCannotBeGivenItsGas_ItSaysHowMuchItNeeds() external {
        Terms memory terms = minutesTerms(100);
        openDisputed(terms);
        bytes memory call = abi.encodeCall(escrow.rule, (terms, split(60), bytes32(0)));
        bool done;
        bool told;
        for (uint256 gasLimit = 60_000; !done; gasLimit += 10_000) {
            bytes memory answer;
            vm.prank(arbiter);
            (done, answer) = address(escrow).call{gas: gasLimit}(call);
            told = told || (!done && bytes4(answer) == ITimeEscrow.TimeEscrow_TooLittleGas.selector);
        }
        assertTrue(told);
    }

    function _disputedWith(address seller_) private returns (Terms memory terms, bytes32 dealId) {
        terms = minutesTerms(100);
        terms.seller = seller_;
        dealId = openPending(terms);
        vm.startPrank(seller_);
        escrow.accept(terms);
        escrow.deliver(dealId);
        vm.stopPrank();
        vm.prank(buyer);
        escrow.dispute(terms, 0);
    }

    /// @dev A day of `issuer`, in one unit or another.
    function _aDayOf(address issuer, uint8 unitIndex) private returns (Terms memory) {
        Unit unit = Unit(unitIndex % 3);
        uint256 amount = 1440 / TokenIdLib.minutesPer(unit);
        return termsOver(promiseTime(issuer, buyer, unit, 0, amount), amount);
    }

    /// @dev One minute of each of `count` members; the first has `expiry`.
    function _manyIds(uint256 count, uint40 expiry) private returns (Terms memory terms) {
        terms = minutesTerms(1);
        terms.ids = new uint256[](count);
        terms.amounts = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            address issuer = address(uint160(0x1000 + i));
            terms.ids[i] = promiseTime(issuer, buyer, Unit.Minute, i == 0 ? expiry : 0, 1);
            terms.amounts[i] = 1;
        }
    }

    function _minutesOf(address holder, address issuer) private view returns (uint256) {
        return
            balance(holder, idOf(issuer, Unit.Minute, 0)) +
            balance(holder, idOf(issuer, Unit.Hour, 0)) * 60 +
            balance(holder, idOf(issuer, Unit.Day, 0)) * 1440;
    }
}
