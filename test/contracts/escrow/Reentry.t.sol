// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Outcome, Settlement, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeEscrow.tree, payout: a receiver that calls back
contract ReentryTest is TimeSystem {
    bytes4 private constant GUARD = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;

    function test_WhenAReceiverCallsBack_EveryEntryIsClosed() external {
        uint256 count = _entries(_disputedWith(address(new HostileReceiver()))).length;
        for (uint256 i = 0; i < count; ++i) {
            HostileReceiver receiver = new HostileReceiver();
            Terms memory terms = _disputedWith(address(receiver));
            receiver.setCall(address(escrow), _entries(terms)[i]);
            vm.prank(arbiter);
            escrow.rule(terms, split(70), 0);

            assertFalse(receiver.callSucceeded());
            assertEq(receiver.callReason(), GUARD, vm.toString(i));
            assertEq(balance(address(receiver), terms.ids[0]), 70);
            assertClosed(escrow.hashTerms(terms), Outcome.Ruled);
        }
    }

    function test_WhenTheOwnerOfAClaimCallsBack_ItIsPaidOnce() external {
        HostileReceiver receiver = new HostileReceiver();
        Terms memory terms = _disputedWith(address(receiver));
        bytes32 dealId = escrow.hashTerms(terms);
        receiver.set(Mood.Revert);
        vm.prank(arbiter);
        escrow.rule(terms, split(70), 0);
        assertEq(escrow.claimOf(dealId, address(receiver), terms.ids[0]), 70);

        bytes memory again = abi.encodeCall(escrow.payClaim, (dealId, address(receiver), terms.ids[0]));
        receiver.setCall(address(escrow), again);
        escrow.payClaim(dealId, address(receiver), terms.ids[0]);
        assertEq(receiver.callReason(), GUARD);
        assertEq(balance(address(receiver), terms.ids[0]), 70);
    }

    function test_WhenAReceiverOpensAnotherDealWithWhatItGot_TheHookIsClosed() external {
        HostileReceiver receiver = new HostileReceiver();
        Terms memory terms = _disputedWith(address(receiver));
        Terms memory next = termsOver(terms.ids[0], 10);
        (next.buyer, next.seller) = (address(receiver), buyer);
        bytes memory opening = abi.encodeCall(
            token.safeTransferFrom,
            (address(receiver), address(escrow), terms.ids[0], 10, abi.encode(next, ""))
        );
        receiver.setCall(address(token), opening);
        vm.prank(arbiter);
        escrow.rule(terms, split(70), 0);
        assertFalse(receiver.callSucceeded());
        assertEq(balance(address(receiver), terms.ids[0]), 70);
        assertStatus(escrow.hashTerms(next), Status.None);
    }

    /// @dev Every function that changes anything; the hooks are tried above.
    function _entries(Terms memory terms) private view returns (bytes[] memory calls) {
        bytes32 dealId = escrow.hashTerms(terms);
        Settlement memory settlement = Settlement(dealId, split(0), 0, 0, uint40(block.timestamp));
        calls = new bytes[](18);
        calls[0] = abi.encodeCall(escrow.accept, (terms));
        calls[1] = abi.encodeCall(escrow.decline, (terms));
        calls[2] = abi.encodeCall(escrow.voidTerms, (terms));
        calls[3] = abi.encodeCall(escrow.deliver, (dealId));
        calls[4] = abi.encodeCall(escrow.confirm, (terms));
        calls[5] = abi.encodeCall(escrow.refund, (terms));
        calls[6] = abi.encodeCall(escrow.amend, (terms, terms, ""));
        calls[7] = abi.encodeCall(escrow.dispute, (terms, 0));
        calls[8] = abi.encodeCall(escrow.submitEvidence, (terms, 0));
        calls[9] = abi.encodeCall(escrow.rule, (terms, split(0), 0));
        calls[10] = abi.encodeCall(escrow.recuse, (terms, none));
        calls[11] = abi.encodeCall(escrow.appeal, (terms));
        calls[12] = abi.encodeCall(escrow.concede, (terms));
        calls[13] = abi.encodeCall(escrow.settle, (terms, settlement, ""));
        calls[14] = abi.encodeCall(escrow.poke, (terms, none));
        calls[15] = abi.encodeCall(escrow.payClaim, (dealId, terms.seller, terms.ids[0]));
        calls[16] = abi.encodeCall(escrow.redirectClaim, (dealId, terms.ids[0], stranger));
        calls[17] = abi.encodeCall(escrow.lapseClaim, (dealId, terms.seller, terms.ids[0]));
    }

    function _disputedWith(address seller_) private returns (Terms memory terms) {
        terms = minutesTerms(100);
        terms.seller = seller_;
        bytes32 dealId = openPending(terms);
        vm.startPrank(seller_);
        escrow.accept(terms);
        escrow.deliver(dealId);
        vm.stopPrank();
        vm.prank(buyer);
        escrow.dispute(terms, 0);
    }
}
