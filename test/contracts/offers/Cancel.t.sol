// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {IUnorderedNonces} from "../../../contracts/interfaces/IUnorderedNonces.sol";
import {OfferSystem} from "../support/OfferSystem.sol";

/// @notice Tree: OfferBook.tree, cancelling and raising the epoch
contract CancelTest is OfferSystem {
    function testFuzz_RevertWhen_TheNonceIsCancelled(uint256 nonce) external {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.nonce = nonce;
        takeSlot(lesson(), offer, 0);
        vm.expectEmit(address(offers));
        emit IUnorderedNonces.NonceUsed(seller, nonce);
        vm.prank(seller);
        offers.cancelNonce(nonce);

        bytes memory reason = abi.encodeWithSelector(IOfferBook.OfferBook_Cancelled.selector, seller, nonce);
        expectRefused(lesson(), offer, 1, reason);
        vm.expectRevert(abi.encodeWithSelector(IUnorderedNonces.UnorderedNonces_Used.selector, seller, nonce));
        vm.prank(seller);
        offers.cancelNonce(nonce);
    }

    function testFuzz_WhenAnotherNonceIsCancelled_ItIsActive(uint256 nonce) external {
        IOfferBook.StandingOffer memory offer = lessons();
        vm.assume(nonce != offer.nonce);
        vm.prank(seller);
        offers.cancelNonce(nonce);
        vm.prank(stranger);
        offers.cancelNonce(offer.nonce);
        vm.prank(seller);
        escrow.cancelNonce(offer.nonce);
        assertStatus(takeSlot(lesson(), offer, 0), Status.Active);
    }

    function test_RevertWhen_TheEpochWasRaised() external {
        IOfferBook.StandingOffer memory offer = lessons();
        Terms memory terms = lesson();
        offer.epoch = 1;
        expectRefused(terms, offer, 0, abi.encodeWithSelector(IOfferBook.OfferBook_OldEpoch.selector, 1, 0));

        vm.expectEmit(address(offers));
        emit IOfferBook.EpochRaised(seller, 1);
        vm.prank(seller);
        offers.raiseEpoch();
        assertEq(offers.epochOf(seller), 1);
        expectRefused(terms, lessons(), 0, abi.encodeWithSelector(IOfferBook.OfferBook_OldEpoch.selector, 0, 1));
        assertStatus(takeSlot(terms, offer, 0), Status.Active);
    }

    function test_WhenAnotherRaisesTheirEpoch_ItIsActive() external {
        vm.prank(stranger);
        offers.raiseEpoch();
        assertStatus(takeSlot(lesson(), lessons(), 0), Status.Active);
    }

    function test_WhenTheForwarderRaisesIt_ItIsTheSigners() external {
        vm.prank(forwarder);
        (bool raised, ) = address(offers).call(abi.encodePacked(IOfferBook.raiseEpoch.selector, seller));
        assertTrue(raised);
        assertEq(offers.epochOf(seller), 1);
        assertEq(offers.epochOf(forwarder), 0);
    }
}
