// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, Unit} from "../../../contracts/libraries/TokenId.sol";
import {IUnorderedNonces} from "../../../contracts/interfaces/IUnorderedNonces.sol";
import {Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice Tree: TimeToken.tree, renew
contract RenewTest is TimeSystem {
    uint40 internal constant EXPIRY = uint40(START + 60 days);
    uint40 internal constant LATER = uint40(START + 90 days);
    TokenId internal id;
    ITimeToken.Renewal internal renewal;

    function setUp() public override {
        super.setUp();
        id = TokenId.wrap(promiseTime(seller, buyer, Unit.Hour, EXPIRY, 3));
        renewal = ITimeToken.Renewal(buyer, id, 2, LATER, 7, uint40(START + 1 days));
    }

    function test_RevertWhen_CallerIsNotTheIssuer() external {
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_OnlyIssuer.selector, id, buyer));
        vm.prank(buyer);
        token.renew(renewal, "");
    }

    function test_RevertWhen_TheEscrowHoldsIt() external {
        Terms memory terms = termsOver(TokenId.unwrap(id), 2);
        openActive(terms);
        renewal.holder = address(escrow);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_HeldByEscrow.selector, id));
        _renew("");
    }

    function test_RevertWhen_AmountIsZero() external {
        renewal.amount = 0;
        vm.expectRevert(ITimeToken.TimeToken_ZeroAmount.selector);
        _renew("");
    }

    function testFuzz_RevertWhen_NotLater(uint40 expiry) external {
        renewal.newExpiry = uint40(bound(expiry, START + 1, EXPIRY));
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_ExpiryNotLater.selector, id, renewal.newExpiry));
        _renew("");
    }

    function test_RevertWhen_TheExpiryIsTheSame() external {
        renewal.newExpiry = EXPIRY;
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_ExpiryNotLater.selector, id, EXPIRY));
        _renew("");
    }

    function test_RevertWhen_ItNeverLapses() external {
        renewal.id = TokenId.wrap(promiseTime(seller, buyer, Unit.Hour, 0, 3));
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_ExpiryNotLater.selector, renewal.id, LATER));
        _renew("");
    }

    function test_RevertWhen_NewExpiryIsPast() external {
        vm.warp(LATER);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_ExpiryPassed.selector, LATER, LATER));
        _renew("");
    }

    function test_RevertGiven_RunningAndNoConsent() external {
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_BadSignature.selector, buyer));
        _renew("");
    }

    function test_RevertGiven_RunningAndForeignConsent() external {
        bytes memory consent = _consent(sellerKey);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_BadSignature.selector, buyer));
        _renew(consent);
    }

    function test_RevertGiven_RunningAndConsentIsLate() external {
        bytes memory consent = _consent(buyerKey);
        vm.warp(renewal.validUntil + 1);
        vm.expectRevert(abi.encodeWithSelector(ITimeToken.TimeToken_SignatureExpired.selector, renewal.validUntil));
        _renew(consent);
    }

    function test_RevertGiven_RunningAndNonceIsUsed() external {
        bytes memory consent = _consent(buyerKey);
        vm.prank(buyer);
        token.cancelNonce(renewal.nonce);
        vm.expectRevert(abi.encodeWithSelector(IUnorderedNonces.UnorderedNonces_Used.selector, buyer, renewal.nonce));
        _renew(consent);
    }

    function test_GivenRunningAndConsent_ItIsReplaced() external {
        vm.warp(renewal.validUntil);
        _renew(_consent(buyerKey));
        _assertReplaced(LATER);
        assertTrue(token.isNonceUsed(buyer, renewal.nonce));
    }

    function testFuzz_GivenLapsed_TheIssuerAloneReplacesIt(uint40 time) external {
        vm.warp(bound(time, EXPIRY, LATER - 1));
        _renew("");
        _assertReplaced(LATER);
    }

    function test_GivenNewExpiryIsZero_ItIsTheLatest() external {
        renewal.newExpiry = 0;
        vm.warp(EXPIRY);
        _renew("");
        _assertReplaced(0);
    }

    function _renew(bytes memory consent) private {
        vm.prank(seller);
        token.renew(renewal, consent);
    }

    function _assertReplaced(uint40 expiry) private view {
        assertEq(balance(buyer, TokenId.unwrap(id)), 1);
        assertEq(balance(buyer, idOf(seller, Unit.Hour, expiry)), 2);
        assertEq(token.issuerRecord(seller).outstandingMinutes, 180, "outstanding is unchanged");
    }

    function _consent(uint256 key) private view returns (bytes memory) {
        bytes32 typehash = keccak256(
            "Renewal(address holder,uint256 id,uint256 amount,uint40 newExpiry,uint256 nonce,uint40 validUntil)"
        );
        bytes32 domain = domainSeparator(address(token));
        return sign(key, keccak256(abi.encodePacked(hex"1901", domain, keccak256(abi.encode(typehash, renewal)))));
    }
}
