// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IRatingBook} from "../../../contracts/interfaces/IRatingBook.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: RatingBook.tree
contract RatingBookTest is TimeSystem {
    Terms internal terms;
    bytes32 internal dealId;

    function setUp() public override {
        super.setUp();
        terms = minutesTerms(60);
        dealId = openActive(terms);
    }

    function test_RevertWhen_CountIsBad() external {
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_BadCount.selector, 0));
        book.rate(terms, new IRatingBook.SignedRating[](0));
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_BadCount.selector, 3));
        book.rate(terms, new IRatingBook.SignedRating[](3));
    }

    function test_RevertWhen_TheDealIsOpen() external {
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_NotClosed.selector, dealId, Status.Active));
        _rateAs(buyer, 5);
    }

    function test_RevertWhen_NothingWasDelivered() external {
        vm.prank(seller);
        escrow.refund(terms);
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_NotRateable.selector, dealId));
        _rateAs(buyer, 5);
    }

    function test_RevertWhen_MoreThan30DaysHavePassed() external {
        _confirm();
        vm.warp(START + 30 days + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IRatingBook.RatingBook_TooLate.selector,
                dealId,
                START + 30 days,
                START + 30 days + 1
            )
        );
        _rateAs(buyer, 5);
        vm.warp(START + 30 days);
        _rateAs(buyer, 5);
    }

    function testFuzz_RevertWhen_StarsAreNot1To5(uint8 stars) external {
        vm.assume(stars == 0 || stars > 5);
        _confirm();
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_BadStars.selector, stars));
        _rateAs(buyer, stars);
    }

    function test_RevertWhen_AStrangerRatesOrSignsForAnother() external {
        _confirm();
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_NotParty.selector, dealId, stranger));
        _rateAs(stranger, 5);

        IRatingBook.SignedRating[] memory signed = new IRatingBook.SignedRating[](1);
        signed[0] = _signed(sellerKey, buyer, 1);
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_BadSignature.selector, buyer));
        book.rate(terms, signed);

        signed[0].signature = "";
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_BadSignature.selector, buyer));
        vm.prank(seller);
        book.rate(terms, signed);
    }

    function test_WhenBothSigned_AnyonePublishesThemTogether() external {
        _confirm();
        vm.expectEmit(address(book));
        emit IRatingBook.Rated(dealId, buyer, seller, 5, "words");
        vm.expectEmit(address(book));
        emit IRatingBook.Rated(dealId, seller, buyer, 4, "words");
        vm.prank(stranger);
        book.rate(terms, _both());
    }

    function test_WhenOneSideWasFirst_ItIsSkippedAndTheOtherCounted() external {
        _confirm();
        _rateAs(buyer, 1);
        vm.recordLogs();
        book.rate(terms, _both());
        assertEq(vm.getRecordedLogs().length, 1, "the first is not said again");
        (bool byBuyer, bool bySeller, , ) = book.ratedBy(dealId);
        assertTrue(byBuyer && bySeller);

        IRatingBook.SignedRating[] memory again = _both();
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_AlreadyRated.selector, dealId));
        book.rate(terms, again);
    }

    function test_WhenADeliveredDealIsRuled_ItCanBeRated() external {
        vm.prank(seller);
        escrow.deliver(dealId);
        vm.prank(buyer);
        escrow.dispute(terms, 0);
        vm.prank(arbiter);
        escrow.rule(terms, split(0), 0);
        _rateAs(seller, 2);
    }

    function test_WhenTheRatedSideReplies_ItIsSaidOnce() external {
        _confirm();
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_NotRated.selector, dealId, buyer));
        vm.prank(seller);
        book.reply(terms, buyer, "reply");

        _rateAs(buyer, 2);
        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_NotParty.selector, dealId, buyer));
        vm.prank(buyer);
        book.reply(terms, buyer, "reply");

        vm.warp(START + 60 days);
        vm.expectEmit(address(book));
        emit IRatingBook.Replied(dealId, buyer, seller, "reply");
        vm.prank(seller);
        book.reply(terms, buyer, "reply");
        (, , bool buyerReplied, bool sellerReplied) = book.ratedBy(dealId);
        assertTrue(sellerReplied && !buyerReplied);

        vm.expectRevert(abi.encodeWithSelector(IRatingBook.RatingBook_AlreadyReplied.selector, dealId, buyer));
        vm.prank(seller);
        book.reply(terms, buyer, "again");
    }

    function test_RevertWhen_RepliedAfter60Days() external {
        _confirm();
        _rateAs(buyer, 2);
        vm.warp(START + 60 days + 1);
        vm.expectPartialRevert(IRatingBook.RatingBook_TooLate.selector);
        vm.prank(seller);
        book.reply(terms, buyer, "reply");
    }

    function _confirm() private {
        vm.prank(buyer);
        escrow.confirm(terms);
    }

    function _rateAs(address rater, uint8 stars) private {
        IRatingBook.SignedRating[] memory signed = new IRatingBook.SignedRating[](1);
        signed[0] = IRatingBook.SignedRating(rater, stars, "words", "");
        vm.prank(rater);
        book.rate(terms, signed);
    }

    function _both() private view returns (IRatingBook.SignedRating[] memory signed) {
        signed = new IRatingBook.SignedRating[](2);
        signed[0] = _signed(buyerKey, buyer, 5);
        signed[1] = _signed(sellerKey, seller, 4);
    }

    function _signed(uint256 key, address rater, uint8 stars) private view returns (IRatingBook.SignedRating memory) {
        bytes32 typehash = keccak256("Rating(bytes32 dealId,address rater,uint8 stars,bytes32 comment)");
        bytes32 structHash = keccak256(abi.encode(typehash, dealId, rater, stars, bytes32("words")));
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", domainSeparator(address(book)), structHash));
        return IRatingBook.SignedRating(rater, stars, "words", sign(key, digest));
    }
}
