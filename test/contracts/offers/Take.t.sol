// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {OfferSystem} from "../support/OfferSystem.sol";

/// @notice Tree: OfferBook.tree, taking a slot
contract TakeTest is OfferSystem {
    function test_RevertWhen_NotCalledByTheEscrow() external {
        Terms memory terms = lesson();
        bytes memory signedOffer = signed(lessons(), new bytes32[][](1));
        bytes32 dealId = escrow.hashTerms(terms);
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferBook_OnlyEscrow.selector, buyer));
        vm.prank(buyer);
        offers.take(dealId, terms, signedOffer, 0);
    }

    function test_RevertWhen_TheOfferHasExpired() external {
        IOfferBook.StandingOffer memory offer = lessons();
        vm.warp(offer.validUntil);
        assertStatus(takeSlot(lesson(), offer, 0), Status.Active);

        vm.warp(offer.validUntil + 1);
        bytes memory reason = abi.encodeWithSelector(
            IOfferBook.OfferBook_Expired.selector,
            offer.validUntil,
            offer.validUntil + 1
        );
        expectRefused(lesson(), offer, 1, reason);
    }

    function test_RevertWhen_TheOfferIsAnotherBuyers() external {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.buyer = stranger;
        Terms memory terms = lesson();
        expectRefused(terms, offer, 0, abi.encodeWithSelector(IOfferBook.OfferBook_NotForBuyer.selector, buyer));

        offer.buyer = buyer;
        assertStatus(takeSlot(terms, offer, 0), Status.Active);
    }

    function testFuzz_RevertWhen_AFieldDiffers(uint8 field) external {
        IOfferBook.StandingOffer memory offer = lessons();
        field = uint8(bound(field, 0, 9));
        if (field == 0) offer.seller = stranger;
        else if (field == 1) offer.arbiter = stranger;
        else if (field == 2) offer.appealArbiter = stranger;
        else if (field == 3) offer.reviewWindow += 1;
        else if (field == 4) offer.rulingWindow -= 1;
        else if (field == 5) offer.appealWindow += 1;
        else if (field == 6) offer.arbiterFeeBps += 1;
        else if (field == 7) offer.silenceSellerBps -= 1;
        else if (field == 8) offer.brief = "other words";
        else offer.length += 1;
        expectRefused(lesson(), offer, 0, abi.encodeWithSelector(IOfferBook.OfferBook_TermsDiffer.selector));
    }

    function testFuzz_WhenAcceptByAndSaltAreFree_ItIsActive(uint40 acceptBy, bytes32 salt) external {
        Terms memory terms = lesson();
        terms.acceptBy = uint40(bound(acceptBy, block.timestamp, terms.deliverBy - 1 hours));
        terms.salt = salt;
        assertStatus(takeSlot(terms, lessons(), 0), Status.Active);
    }

    function testFuzz_RevertWhen_ItStartsOutsideTheLeads(uint32 lead) external {
        Terms memory terms = lesson();
        lead = uint32(bound(lead, 0, 365 days));
        terms.deliverFrom = uint40(block.timestamp + lead);
        terms.deliverBy = terms.deliverFrom + LENGTH;
        if (lead >= EARLIEST && lead <= LATEST) assertStatus(takeSlot(terms, lessons(), 0), Status.Active);
        else _expectBadStart(terms);
    }

    function test_WhenItStartsAtTheLeadsEdges() external {
        uint32[2] memory bad = [EARLIEST - 1, LATEST + 1];
        uint32[4] memory good = [EARLIEST, EARLIEST + 1, LATEST - 1, LATEST];
        IOfferBook.StandingOffer memory offer = lessons();
        offer.slots = 4;
        for (uint256 i = 0; i < bad.length; ++i) _expectBadStart(_startingIn(bad[i]));
        for (uint256 i = 0; i < good.length; ++i) {
            assertStatus(takeSlot(_startingIn(good[i]), offer, i), Status.Active);
        }
    }

    function testFuzz_RevertWhen_ThePriceIsNotMet(uint32 price) external {
        vm.assume(price != 60);
        IOfferBook.StandingOffer memory offer = lessons();
        offer.priceMinutes = price;
        expectRefused(lesson(), offer, 0, abi.encodeWithSelector(IOfferBook.OfferBook_WrongPrice.selector, 60, price));
    }

    function test_WhenThePriceIsMetInSeveralUnits_ItIsActive() external {
        Terms memory terms = lesson();
        uint256 hourId = promiseTime(seller, buyer, Unit.Hour, 0, 2);
        (terms.ids, terms.amounts) = _pair(terms.ids[0], 60, hourId, 2);
        IOfferBook.StandingOffer memory offer = lessons();
        offer.priceMinutes = 180;
        assertStatus(takeSlot(terms, offer, 0), Status.Active);
    }

    function test_RevertWhen_ThePromiseIsAnothers() external {
        Terms memory terms = lessonOver(promiseTime(stranger, buyer, Unit.Hour, 0, 1), 1);
        _expectNotAllowed(terms, lessons(), stranger);

        IOfferBook.StandingOffer memory offer = lessons();
        offer.issuers = _listOf(arbiter, appealArbiter);
        _expectNotAllowed(terms, offer, stranger);
    }

    function test_WhenTheIssuerIsProven_ItIsActive() external {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.issuers = _listOf(stranger, appealArbiter);
        Terms memory terms = lessonOver(promiseTime(stranger, buyer, Unit.Hour, 0, 1), 1);
        bytes32[][] memory proofs = new bytes32[][](1);
        proofs[0] = _proofBy(buyer);
        bytes memory data = abi.encode(terms, signed(offer, proofs), 0);
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferBook_IssuerNotAllowed.selector, stranger));
        pay(terms, data);

        proofs[0] = _proofBy(appealArbiter);
        pay(terms, abi.encode(terms, signed(offer, proofs), 0));
        assertStatus(escrow.hashTerms(terms), Status.Active);
    }

    function test_WhenPaidInOwnAndListedPromises_ItIsActive() external {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.issuers = leafOf(stranger);
        offer.priceMinutes = 120;
        Terms memory terms = lesson();
        uint256 listed = promiseTime(stranger, buyer, Unit.Hour, 0, 1);
        (terms.ids, terms.amounts) = _pair(terms.ids[0], 60, listed, 1);
        assertStatus(takeSlot(terms, offer, 0), Status.Active);
    }

    function testFuzz_RevertWhen_ThereIsNotOneProofAnId(uint8 count) external {
        vm.assume(count != 1);
        Terms memory terms = lesson();
        bytes memory data = abi.encode(terms, signed(lessons(), new bytes32[][](count)), 0);
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferBook_BadProofs.selector, count));
        pay(terms, data);
    }

    function test_RevertWhen_ThePromiseLapsesTooSoon() external {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.minExpiry = uint40(block.timestamp + 200 days);
        uint256 id = promiseTime(seller, buyer, Unit.Hour, offer.minExpiry - 1, 1);
        bytes memory reason = abi.encodeWithSelector(IOfferBook.OfferBook_ExpiresTooSoon.selector, id, offer.minExpiry);
        expectRefused(lessonOver(id, 1), offer, 0, reason);

        id = promiseTime(seller, buyer, Unit.Hour, offer.minExpiry, 1);
        assertStatus(takeSlot(lessonOver(id, 1), offer, 0), Status.Active);
        assertStatus(takeSlot(lesson(), offer, 1), Status.Active);
    }

    function test_RevertWhen_AnotherSigned() external {
        Terms memory terms = lesson();
        IOfferBook.StandingOffer memory offer = lessons();
        _expectBadSignature(terms, offer, sign(buyerKey, offers.hashOffer(offer)));
    }

    function testFuzz_RevertWhen_TheOfferWasChanged(uint8 field) external {
        IOfferBook.StandingOffer memory offer = lessons();
        bytes memory signature = sign(sellerKey, offers.hashOffer(offer));
        field = uint8(bound(field, 0, 7));
        if (field == 0) offer.buyer = buyer;
        else if (field == 1) offer.issuers = "others";
        else if (field == 2) offer.minExpiry = 1;
        else if (field == 3) offer.earliestLead -= 1;
        else if (field == 4) offer.latestLead += 1;
        else if (field == 5) offer.slots += 1;
        else if (field == 6) offer.validUntil += 1;
        else offer.nonce += 1;
        _expectBadSignature(lesson(), offer, signature);
    }

    function test_RevertWhen_SignedForAnotherChainOrBook() external {
        Terms memory terms = lesson();
        IOfferBook.StandingOffer memory offer = lessons();
        uint256 here = currentChain();
        vm.chainId(here + 1);
        bytes memory signature = sign(sellerKey, offers.hashOffer(offer));
        vm.chainId(here);
        _expectBadSignature(terms, offer, signature);

        address descriptor = deployCode("TokenDescriptor.sol:TokenDescriptor");
        ITimeEscrow other = ITimeEscrow(deployCode("TimeEscrow.sol:TimeEscrow", abi.encode(forwarder, descriptor)));
        _expectBadSignature(terms, offer, sign(sellerKey, other.offerBook().hashOffer(offer)));
    }

    function test_WhenAContractWalletSigned_ItIsActive() external {
        address wallet = address(new ContractWallet(seller));
        assertStatus(_takeFrom(wallet), Status.Active);
    }

    function test_WhenAKeySignedWhoseAccountDelegates_ItIsActive() external {
        vm.etch(seller, abi.encodePacked(hex"ef0100", new ContractWallet(stranger)));
        assertGt(seller.code.length, 0);
        assertStatus(takeSlot(lesson(), lessons(), 0), Status.Active);
    }

    function test_WhenTheDelegatedCodeTakesTheSignature_ItIsActive() external {
        address account = makeAddr("delegating");
        vm.etch(account, abi.encodePacked(hex"ef0100", new ContractWallet(seller)));
        assertStatus(_takeFrom(account), Status.Active);
    }

    function test_RevertWhen_TheTermsAreOutsideTheLimits() external {
        Terms memory terms = lesson();
        IOfferBook.StandingOffer memory offer = lessons();
        terms.reviewWindow = offer.reviewWindow = 1 hours - 1;
        expectRefused(
            terms,
            offer,
            0,
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadWindow.selector, terms.reviewWindow)
        );
    }

    function test_RevertWhen_NoOfferIsSent() external {
        Terms memory terms = lesson();
        bytes memory data = abi.encode(terms, "", uint256(0));
        vm.expectRevert(abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(escrow)));
        pay(terms, data);
    }

    function test_RevertWhen_AnOfferIsSentAsASignature() external {
        Terms memory terms = lesson();
        bytes memory data = abi.encode(terms, signed(lessons(), new bytes32[][](1)));
        expectBadSignature(seller);
        pay(terms, data);
    }

    function testFuzz_RevertWhen_ThereIsNoSuchSlot(uint256 slot, uint32 slots) external {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.slots = slots;
        slot = bound(slot, slots, type(uint256).max);
        expectRefused(
            lesson(),
            offer,
            slot,
            abi.encodeWithSelector(IOfferBook.OfferBook_NoSuchSlot.selector, slot, slots)
        );
    }

    function testFuzz_WhenASlotIsTaken_ItIsTakenOnce(uint32 slot, uint32 other) external {
        vm.assume(slot != other && slot != type(uint32).max && other != type(uint32).max);
        IOfferBook.StandingOffer memory offer = lessons();
        offer.slots = type(uint32).max;
        bytes32 offerHash = offers.hashOffer(offer);
        takeSlot(lesson(), offer, slot);
        assertTrue(offers.isSlotTaken(offerHash, slot));
        assertFalse(offers.isSlotTaken(offerHash, other));

        Terms memory terms = lesson();
        bytes memory reason = abi.encodeWithSelector(IOfferBook.OfferBook_SlotUsed.selector, offerHash, slot);
        expectRefused(terms, offer, slot, reason);
        assertStatus(takeSlot(terms, offer, other), Status.Active);
    }

    function test_WhenADealCloses_ItsSlotIsNotGivenBack() external {
        IOfferBook.StandingOffer memory offer = lessons();
        Terms memory terms = lesson();
        takeSlot(terms, offer, 2);
        vm.prank(seller);
        escrow.refund(terms);
        bytes memory reason = abi.encodeWithSelector(
            IOfferBook.OfferBook_SlotUsed.selector,
            offers.hashOffer(offer),
            2
        );
        expectRefused(lesson(), offer, 2, reason);
    }

    function test_WhenASlotIsTaken_ItSaysSo() external {
        Terms memory terms = lesson();
        IOfferBook.StandingOffer memory offer = lessons();
        bytes32 dealId = escrow.hashTerms(terms);
        bytes memory data = taking(terms, offer, 1);
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Opened(dealId, buyer, seller, Status.Active, terms);
        vm.expectEmit(address(offers));
        emit IOfferBook.SlotTaken(offers.hashOffer(offer), 1, dealId);
        pay(terms, data);
        assertStage(terms, Status.Active, terms.deliverBy);
        assertEq(balance(address(escrow), terms.ids[0]), 60);
    }

    function test_WhenMintedStraightIntoTheEscrow_ItIsActive() external {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.issuers = leafOf(buyer);
        Terms memory terms = lessonOver(idOf(buyer, Unit.Hour, 0), 1);
        bytes memory data = taking(terms, offer, 0);
        vm.prank(buyer);
        token.mint(address(escrow), Unit.Hour, 0, 1, data);
        assertStatus(escrow.hashTerms(terms), Status.Active);
    }

    /// @dev A slot of an offer by `account`, for which the seller's key signs.
    function _takeFrom(address account) private returns (bytes32) {
        IOfferBook.StandingOffer memory offer = lessons();
        offer.seller = account;
        Terms memory terms = lessonOver(promiseTime(account, buyer, Unit.Hour, 0, 1), 1);
        terms.seller = account;
        return takeSlot(terms, offer, 0);
    }

    function _startingIn(uint32 lead) private returns (Terms memory terms) {
        terms = lesson();
        terms.deliverFrom = uint40(block.timestamp + lead);
        terms.deliverBy = terms.deliverFrom + LENGTH;
    }

    function _expectBadStart(Terms memory terms) private {
        bytes memory reason = abi.encodeWithSelector(
            IOfferBook.OfferBook_BadStart.selector,
            terms.deliverFrom,
            block.timestamp + EARLIEST,
            block.timestamp + LATEST
        );
        expectRefused(terms, lessons(), 0, reason);
    }

    function _expectNotAllowed(Terms memory terms, IOfferBook.StandingOffer memory offer, address issuer) private {
        bytes memory reason = abi.encodeWithSelector(IOfferBook.OfferBook_IssuerNotAllowed.selector, issuer);
        expectRefused(terms, offer, 0, reason);
    }

    function _expectBadSignature(
        Terms memory terms,
        IOfferBook.StandingOffer memory offer,
        bytes memory signature
    ) private {
        bytes memory data = abi.encode(terms, abi.encode(offer, signature, new bytes32[][](1)), uint256(0));
        vm.expectRevert(abi.encodeWithSelector(IOfferBook.OfferBook_BadSignature.selector, seller));
        pay(terms, data);
    }

    function _pair(
        uint256 a,
        uint256 amountA,
        uint256 b,
        uint256 amountB
    ) private pure returns (uint256[] memory ids, uint256[] memory amounts) {
        ids = new uint256[](2);
        amounts = new uint256[](2);
        (ids[0], amounts[0], ids[1], amounts[1]) = a < b ? (a, amountA, b, amountB) : (b, amountB, a, amountA);
    }

    /// @dev The root of a list of two.
    function _listOf(address a, address b) private pure returns (bytes32) {
        (bytes32 left, bytes32 right) = (leafOf(a), leafOf(b));
        return keccak256(left < right ? abi.encode(left, right) : abi.encode(right, left));
    }

    /// @dev Of one of a list of two, whose other is `neighbour`.
    function _proofBy(address neighbour) private pure returns (bytes32[] memory proof) {
        proof = new bytes32[](1);
        proof[0] = leafOf(neighbour);
    }
}
