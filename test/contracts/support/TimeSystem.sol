// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {Test} from "forge-std/Test.sol";
import {Deal, Outcome, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IRatingBook} from "../../../contracts/interfaces/IRatingBook.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";

/// @notice The whole system, its people, and the sentences the tests are told in.
abstract contract TimeSystem is Test {
    uint256 internal constant START = 1_800_000_000;
    uint256[] internal none;

    address internal forwarder;
    ITimeEscrow internal escrow;
    ITimeToken internal token;
    IRatingBook internal book;

    address internal buyer;
    address internal seller;
    address internal arbiter;
    address internal appealArbiter;
    address internal stranger;
    uint256 internal buyerKey;
    uint256 internal sellerKey;

    uint256 private _salt;

    function setUp() public virtual {
        vm.warp(START);
        // By artifact, as they are deployed: the tests are compiled apart, on interfaces alone, and sooner.
        forwarder = deployCode("Forwarder.sol:Forwarder");
        address descriptor = deployCode("TokenDescriptor.sol:TokenDescriptor");
        escrow = ITimeEscrow(deployCode("TimeEscrow.sol:TimeEscrow", abi.encode(forwarder, descriptor)));
        token = escrow.token();
        book = IRatingBook(deployCode("RatingBook.sol:RatingBook", abi.encode(escrow, forwarder)));
        (buyer, buyerKey) = makeAddrAndKey("buyer");
        (seller, sellerKey) = makeAddrAndKey("seller");
        arbiter = makeAddr("arbiter");
        appealArbiter = makeAddr("appeal arbiter");
        stranger = makeAddr("stranger");
    }

    // ─── Tokens ──────────────────────────────────────────────────────────────

    /// @dev `issuer` promises `amount` to `to`.
    function promiseTime(
        address issuer,
        address to,
        Unit unit,
        uint40 expiry,
        uint256 amount
    ) internal returns (uint256) {
        vm.prank(issuer);
        return TokenId.unwrap(token.mint(to, unit, expiry, amount, ""));
    }

    function idOf(address issuer, Unit unit, uint40 expiry) internal pure returns (uint256) {
        return TokenId.unwrap(TokenIdLib.pack(issuer, unit, expiry));
    }

    function balance(address holder, uint256 id) internal view returns (uint256) {
        return token.balanceOf(holder, id);
    }

    // ─── Terms ───────────────────────────────────────────────────────────────

    /// @dev Terms over `amount` of `id`, deliverable from now for a week, with one arbiter and no fee.
    function termsOver(uint256 id, uint256 amount) internal returns (Terms memory terms) {
        terms.buyer = buyer;
        terms.seller = seller;
        terms.arbiter = arbiter;
        terms.ids = new uint256[](1);
        terms.amounts = new uint256[](1);
        (terms.ids[0], terms.amounts[0]) = (id, amount);
        terms.acceptBy = uint40(block.timestamp + 1 days);
        terms.deliverFrom = uint40(block.timestamp);
        terms.deliverBy = uint40(block.timestamp + 7 days);
        (terms.reviewWindow, terms.rulingWindow, terms.appealWindow) = (3 days, 5 days, 2 days);
        terms.silenceSellerBps = 5000;
        terms.salt = bytes32(++_salt);
    }

    /// @dev Terms over `amount` minutes promised by a third member, which the buyer holds.
    function minutesTerms(uint256 amount) internal returns (Terms memory) {
        return termsOver(promiseTime(stranger, buyer, Unit.Minute, 0, amount), amount);
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function sellerSigned(Terms memory terms) internal view returns (bytes memory) {
        return sign(sellerKey, escrow.hashTerms(terms));
    }

    /// @dev The EIP-712 digest of a struct of the escrow's domain.
    function typedDigest(bytes32 structHash) internal view returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", domainSeparator(address(escrow)), structHash));
    }

    /// @dev By a call, so that no compiler takes it for a constant where a test changes it.
    function currentChain() internal view returns (uint256 chainId) {
        (, , , chainId, , , ) = IERC5267(address(escrow)).eip712Domain();
    }

    function domainSeparator(address verifier) internal view returns (bytes32) {
        (, string memory name, string memory version, uint256 chainId, address at, , ) = IERC5267(verifier)
            .eip712Domain();
        return
            keccak256(
                abi.encode(
                    keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                    keccak256(bytes(name)),
                    keccak256(bytes(version)),
                    chainId,
                    at
                )
            );
    }

    // ─── Opening ─────────────────────────────────────────────────────────────

    /// @dev The buyer sends the payment with `signature`.
    function open(Terms memory terms, bytes memory signature) internal returns (bytes32) {
        vm.prank(terms.buyer);
        if (terms.ids.length == 1) {
            token.safeTransferFrom(
                terms.buyer,
                address(escrow),
                terms.ids[0],
                terms.amounts[0],
                abi.encode(terms, signature)
            );
        } else {
            token.safeBatchTransferFrom(
                terms.buyer,
                address(escrow),
                terms.ids,
                terms.amounts,
                abi.encode(terms, signature)
            );
        }
        return escrow.hashTerms(terms);
    }

    function openPending(Terms memory terms) internal returns (bytes32) {
        return open(terms, "");
    }

    function openActive(Terms memory terms) internal returns (bytes32) {
        return open(terms, sellerSigned(terms));
    }

    function openDelivered(Terms memory terms) internal returns (bytes32 dealId) {
        dealId = openActive(terms);
        vm.prank(terms.seller);
        escrow.deliver(dealId);
    }

    function openDisputed(Terms memory terms) internal returns (bytes32 dealId) {
        dealId = openDelivered(terms);
        vm.prank(terms.buyer);
        escrow.dispute(terms, 0);
    }

    /// @dev A first ruling; the terms must name an appeal arbiter.
    function openRuled(Terms memory terms, uint256 sellerMinutes) internal returns (bytes32 dealId) {
        dealId = openDisputed(terms);
        vm.prank(terms.arbiter);
        escrow.rule(terms, split(sellerMinutes), 0);
    }

    function openEscalated(Terms memory terms, uint256 sellerMinutes) internal returns (bytes32 dealId) {
        dealId = openRuled(terms, sellerMinutes);
        vm.prank(terms.buyer);
        escrow.appeal(terms);
    }

    function split(uint256 sellerMinutes) internal pure returns (uint256[] memory minutes_) {
        minutes_ = new uint256[](1);
        minutes_[0] = sellerMinutes;
    }

    // ─── What must hold ──────────────────────────────────────────────────────

    function assertStatus(bytes32 dealId, Status status) internal view {
        assertEq(uint8(escrow.dealOf(dealId).status), uint8(status), "status");
    }

    function assertClosed(bytes32 dealId, Outcome outcome) internal view {
        Deal memory deal = escrow.dealOf(dealId);
        assertEq(uint8(deal.status), uint8(Status.Closed), "closed");
        assertEq(deal.flags & 7, uint8(outcome), "outcome");
        assertEq(deal.since, block.timestamp, "dated by its block");
    }

    function assertStage(Terms memory terms, Status status, uint256 deadline) internal view {
        (Status stage, uint256 until) = escrow.stageOf(terms);
        assertEq(uint8(stage), uint8(status), "stage");
        assertEq(until, deadline, "deadline");
    }

    function expectWrongStatus(bytes32 dealId, Status status) internal {
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_WrongStatus.selector, dealId, status));
    }

    function expectNotAllowed(bytes32 dealId, address caller) internal {
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_NotAllowed.selector, dealId, caller));
    }

    function expectTooLate(bytes32 dealId, uint256 deadline) internal {
        vm.expectRevert(
            abi.encodeWithSelector(ITimeEscrow.TimeEscrow_TooLate.selector, dealId, deadline, deadline + 1)
        );
    }

    function expectTooEarly(bytes32 dealId, uint256 from, uint256 time) internal {
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_TooEarly.selector, dealId, from, time));
    }

    function expectBadSignature(address signer) internal {
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadSignature.selector, signer));
    }
}
