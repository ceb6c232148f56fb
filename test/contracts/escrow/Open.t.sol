// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeEscrow.tree, opening
contract OpenTest is TimeSystem {
    function test_RevertWhen_TheHookIsNotCalledByTheToken() external {
        Terms memory terms = minutesTerms(60);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_OnlyToken.selector, buyer));
        vm.prank(buyer);
        escrow.onERC1155Received(buyer, buyer, terms.ids[0], 60, abi.encode(terms, ""));
    }

    function test_RevertWhen_AnOperatorOpens() external {
        Terms memory terms = minutesTerms(60);
        vm.prank(buyer);
        token.setApprovalForAll(stranger, true);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_NotBuyer.selector, stranger, buyer));
        vm.prank(stranger);
        token.safeTransferFrom(buyer, address(escrow), terms.ids[0], 60, abi.encode(terms, ""));
    }

    function test_RevertWhen_SomebodyElsePaysWithTheirOwn() external {
        Terms memory terms = minutesTerms(60);
        vm.prank(buyer);
        token.safeTransferFrom(buyer, stranger, terms.ids[0], 60, "");
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_NotBuyer.selector, stranger, stranger));
        vm.prank(stranger);
        token.safeTransferFrom(stranger, address(escrow), terms.ids[0], 60, abi.encode(terms, ""));
    }

    function test_RevertWhen_SomebodyElseMintsThePayment() external {
        Terms memory terms = minutesTerms(60);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_NotBuyer.selector, stranger, address(0)));
        vm.prank(stranger);
        token.mint(address(escrow), Unit.Minute, 0, 60, abi.encode(terms, ""));
    }

    function test_RevertWhen_TheTokensAreAnothers() external {
        Terms memory terms = minutesTerms(60);
        promiseTime(stranger, stranger, Unit.Minute, 0, 60);
        vm.prank(stranger);
        token.setApprovalForAll(buyer, true);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_NotBuyer.selector, buyer, stranger));
        vm.prank(buyer);
        token.safeTransferFrom(stranger, address(escrow), terms.ids[0], 60, abi.encode(terms, ""));
    }

    function test_RevertWhen_NoTermsAreSent() external {
        Terms memory terms = minutesTerms(60);
        vm.expectRevert(abi.encodeWithSelector(IERC1155Errors.ERC1155InvalidReceiver.selector, address(escrow)));
        vm.prank(buyer);
        token.safeTransferFrom(buyer, address(escrow), terms.ids[0], 60, "");
    }

    function testFuzz_RevertWhen_ThePaymentIsNotTheTerms(uint256 sent) external {
        Terms memory terms = minutesTerms(60);
        sent = bound(sent, 0, 59);
        vm.expectRevert(ITimeEscrow.TimeEscrow_PaymentMismatch.selector);
        vm.prank(buyer);
        token.safeTransferFrom(buyer, address(escrow), terms.ids[0], sent, abi.encode(terms, ""));
    }

    function test_RevertWhen_ABatchIsNotTheTerms() external {
        Terms memory terms = minutesTerms(60);
        uint256[] memory amounts = split(59);
        vm.expectRevert(ITimeEscrow.TimeEscrow_PaymentMismatch.selector);
        vm.prank(buyer);
        token.safeBatchTransferFrom(buyer, address(escrow), terms.ids, amounts, abi.encode(terms, ""));
    }

    function testFuzz_RevertWhen_RolesAreBad(uint8 role, uint8 taken) external {
        Terms memory terms = minutesTerms(60);
        address[7] memory bad = [
            address(0),
            address(escrow),
            address(token),
            forwarder,
            terms.buyer,
            terms.seller,
            terms.arbiter
        ];
        role = uint8(bound(role, 1, 3));
        taken = uint8(bound(taken, role == 3 ? 1 : 0, 6));
        vm.assume(taken != role + 4);
        if (role == 1) terms.seller = bad[taken];
        else if (role == 2) terms.arbiter = bad[taken];
        else terms.appealArbiter = bad[taken];
        _expectRefused(terms, abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadRoles.selector));
    }

    function testFuzz_RevertWhen_AWindowIsBad(uint32 window, uint8 which) external {
        Terms memory terms = minutesTerms(60);
        vm.assume(window < 1 hours || window > 90 days);
        if (which % 3 == 0) terms.reviewWindow = window;
        else if (which % 3 == 1) terms.rulingWindow = window;
        else terms.appealWindow = window;
        _expectRefused(terms, abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadWindow.selector, window));
    }

    function testFuzz_RevertWhen_BpsAreBad(uint16 bps, bool fee) external {
        Terms memory terms = minutesTerms(60);
        bps = uint16(bound(bps, fee ? 2001 : 10_001, type(uint16).max));
        if (fee) terms.arbiterFeeBps = bps;
        else terms.silenceSellerBps = bps;
        _expectRefused(terms, abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadBps.selector, bps));
    }

    function test_RevertWhen_AcceptByHasPassed() external {
        Terms memory terms = minutesTerms(60);
        terms.acceptBy = uint40(block.timestamp - 1);
        _expectRefused(
            terms,
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_AcceptByPassed.selector, terms.acceptBy, block.timestamp)
        );
    }

    function test_RevertWhen_TheSellerHasNoHourToDeliver() external {
        Terms memory terms = minutesTerms(60);
        terms.deliverFrom = terms.acceptBy + 2 days;
        terms.deliverBy = terms.deliverFrom + 1 hours - 1;
        _expectBadDeliverBy(terms, terms.deliverFrom + 1 hours);

        terms.deliverFrom = 0;
        terms.deliverBy = terms.acceptBy + 1 hours - 1;
        _expectBadDeliverBy(terms, terms.acceptBy + 1 hours);
    }

    function test_RevertWhen_DeliverByIsMoreThan730DaysAhead() external {
        Terms memory terms = minutesTerms(60);
        terms.deliverBy = uint40(block.timestamp + 730 days + 1);
        _expectBadDeliverBy(terms, terms.acceptBy + 1 hours);
    }

    function test_WhenTimesAreAtTheirEdges_ItOpens() external {
        Terms memory terms = minutesTerms(60);
        terms.acceptBy = uint40(block.timestamp);
        terms.deliverBy = terms.acceptBy + 1 hours;
        assertStatus(openActive(terms), Status.Active);

        terms = minutesTerms(60);
        terms.deliverBy = uint40(block.timestamp + 730 days);
        assertStatus(openActive(terms), Status.Active);
    }

    function test_RevertWhen_AnIdRunsOutTooSoon() external {
        Terms memory terms = minutesTerms(60);
        terms.appealArbiter = appealArbiter;
        uint256 needed = terms.deliverBy + 3 days + 5 days + 2 days + 5 days + 7 days;
        terms.ids[0] = promiseTime(stranger, buyer, Unit.Minute, uint40(needed - 1), 60);
        _expectRefused(
            terms,
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_ExpiresTooSoon.selector, terms.ids[0], needed)
        );
        terms.ids[0] = promiseTime(stranger, buyer, Unit.Minute, uint40(needed), 60);
        assertStatus(openActive(terms), Status.Active);
    }

    function test_RevertWhen_NothingOrNineIdsArePaid() external {
        for (uint256 count = 0; count <= 9; count += 9) {
            Terms memory terms = minutesTerms(1);
            (terms.ids, terms.amounts) = (new uint256[](count), new uint256[](count));
            for (uint256 i = 0; i < count; ++i) {
                terms.ids[i] = promiseTime(address(uint160(0x1000 + i)), buyer, Unit.Minute, 0, 1);
                terms.amounts[i] = 1;
            }
            bytes memory data = abi.encode(terms, "");
            vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadPayment.selector, count));
            vm.prank(buyer);
            token.safeBatchTransferFrom(buyer, address(escrow), terms.ids, terms.amounts, data);
        }
    }

    function test_RevertWhen_ThePaymentIsMalformed() external {
        Terms memory terms = minutesTerms(60);
        terms.amounts[0] = 0;
        _expectRefused(terms, abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadPayment.selector, 0));

        terms = _twoIds();
        (terms.ids[0], terms.ids[1]) = (terms.ids[1], terms.ids[0]);
        _expectRefused(terms, abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadPayment.selector, 1));
    }

    function test_RevertWhen_TheTermsWereUsedOrVoided() external {
        Terms memory terms = minutesTerms(120);
        terms.amounts[0] = 60;
        bytes32 dealId = openActive(terms);
        _expectRefused(
            terms,
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_WrongStatus.selector, dealId, Status.Active)
        );
        vm.prank(buyer);
        escrow.confirm(terms);
        _expectRefused(
            terms,
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_WrongStatus.selector, dealId, Status.Closed)
        );

        terms.salt = "voided";
        dealId = escrow.hashTerms(terms);
        expectNotAllowed(dealId, stranger);
        vm.prank(stranger);
        escrow.voidTerms(terms);
        vm.prank(seller);
        escrow.voidTerms(terms);
        _expectRefused(
            terms,
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_WrongStatus.selector, dealId, Status.Voided)
        );
    }

    function test_RevertWhen_TheSignatureIsNotTheSellers() external {
        Terms memory terms = minutesTerms(60);
        bytes memory signature = sign(buyerKey, escrow.hashTerms(terms));
        expectBadSignature(seller);
        open(terms, signature);

        signature = sellerSigned(terms);
        terms.deliverBy += 1;
        expectBadSignature(seller);
        open(terms, signature);
    }

    function test_WhenUnsigned_ItIsPending() external {
        Terms memory terms = minutesTerms(60);
        vm.expectEmit(address(escrow));
        emit ITimeEscrow.Opened(escrow.hashTerms(terms), buyer, seller, Status.Pending, terms);
        bytes32 dealId = openPending(terms);

        assertStatus(dealId, Status.Pending);
        assertStage(terms, Status.Pending, terms.acceptBy);
        assertEq(balance(address(escrow), terms.ids[0]), 60);
    }

    function test_WhenSigned_ItIsActive() external {
        Terms memory terms = minutesTerms(60);
        bytes32 dealId = openActive(terms);
        assertStatus(dealId, Status.Active);
        assertStage(terms, Status.Active, terms.deliverBy);
        assertEq(escrow.dealOf(dealId).seller, seller);
        assertEq(escrow.dealOf(dealId).since, terms.deliverFrom);
    }

    function test_WhenAContractWalletSigned_ItIsActive() external {
        Terms memory terms = minutesTerms(60);
        terms.seller = address(new ContractWallet(seller));
        assertStatus(open(terms, sellerSigned(terms)), Status.Active);
    }

    function test_WhenMintedStraightIntoTheEscrow_ItIsActive() external {
        Terms memory terms = termsOver(idOf(buyer, Unit.Hour, 0), 2);
        bytes memory data = abi.encode(terms, sellerSigned(terms));
        vm.prank(buyer);
        token.mint(address(escrow), Unit.Hour, 0, 2, data);
        assertStatus(escrow.hashTerms(terms), Status.Active);
    }

    function test_WhenABatchOfOneIsSent_ItIsActive() external {
        Terms memory terms = minutesTerms(60);
        bytes memory data = abi.encode(terms, sellerSigned(terms));
        vm.prank(buyer);
        token.safeBatchTransferFrom(buyer, address(escrow), terms.ids, terms.amounts, data);
        assertStatus(escrow.hashTerms(terms), Status.Active);
    }

    function _expectBadDeliverBy(Terms memory terms, uint256 earliest) private {
        _expectRefused(
            terms,
            abi.encodeWithSelector(
                ITimeEscrow.TimeEscrow_BadDeliverBy.selector,
                terms.deliverBy,
                earliest,
                block.timestamp + 730 days
            )
        );
    }

    function _expectRefused(Terms memory terms, bytes memory reason) private {
        bytes memory data = abi.encode(terms, bytes(""));
        vm.expectRevert(reason);
        vm.prank(buyer);
        if (terms.ids.length == 1) {
            token.safeTransferFrom(buyer, address(escrow), terms.ids[0], terms.amounts[0], data);
        } else token.safeBatchTransferFrom(buyer, address(escrow), terms.ids, terms.amounts, data);
    }

    function _twoIds() private returns (Terms memory terms) {
        terms = minutesTerms(60);
        uint256 other = promiseTime(arbiter, buyer, Unit.Minute, 0, 60);
        uint256 first = terms.ids[0];
        terms.ids = new uint256[](2);
        terms.amounts = new uint256[](2);
        (terms.ids[0], terms.ids[1]) = first < other ? (first, other) : (other, first);
        (terms.amounts[0], terms.amounts[1]) = (60, 60);
    }
}
