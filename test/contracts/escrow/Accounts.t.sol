// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Outcome, Settlement, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice 12 in docs/invariants.md: a key, a contract wallet and a key that runs a wallet's code (EIP-7702) walk the same
/// transitions, on either side, and end with the same. Tree: TimeEscrow.tree
contract AccountsTest is TimeSystem {
    uint256 private constant KINDS = 3;

    function test_WhateverTheAccounts_AnExchangeIsTheSame() external {
        for (uint256 i = 0; i < KINDS * KINDS; ++i) {
            Terms memory terms = _termsBetween(i % KINDS, i / KINDS);
            bytes32 dealId = openDelivered(terms);
            assertStatus(dealId, Status.Delivered);
            vm.prank(terms.buyer);
            escrow.confirm(terms);
            assertClosed(dealId, Outcome.Completed);
            assertEq(balance(terms.seller, terms.ids[0]), 60);
        }
    }

    function test_WhateverTheAccounts_ARulingIsTheSame() external {
        for (uint256 i = 0; i < KINDS * KINDS; ++i) {
            Terms memory terms = _termsBetween(i % KINDS, i / KINDS);
            terms.appealArbiter = appealArbiter;
            bytes32 dealId = openEscalated(terms, 50);
            vm.prank(appealArbiter);
            escrow.rule(terms, split(20), 0);
            assertClosed(dealId, Outcome.Ruled);
            assertEq(balance(terms.seller, terms.ids[0]), 20);
            assertEq(balance(terms.buyer, terms.ids[0]), 40);
        }
    }

    /// @dev The other side's signature counts, whatever account it is of.
    function test_WhateverTheAccounts_TheyAmendAndSettle() external {
        for (uint256 i = 0; i < KINDS * KINDS; ++i) {
            Terms memory terms = _termsBetween(i % KINDS, i / KINDS);
            bytes32 dealId = openActive(terms);
            Terms memory next = abi.decode(abi.encode(terms), (Terms));
            next.salt = keccak256("later");
            bytes32 nextId = escrow.hashTerms(next);
            bytes32 consent = keccak256(
                abi.encode(keccak256("Amendment(bytes32 dealId,bytes32 newDealId)"), dealId, nextId)
            );
            bytes memory signature = sign(buyerKey, typedDigest(consent));
            vm.prank(terms.seller);
            escrow.amend(terms, next, signature);
            assertStatus(nextId, Status.Active);

            _settle(next, nextId, i);
            assertClosed(nextId, Outcome.Settled);
            assertEq(balance(terms.seller, terms.ids[0]), 45);
            assertEq(balance(terms.buyer, terms.ids[0]), 15);
        }
    }

    function _settle(Terms memory terms, bytes32 dealId, uint256 nonce) private {
        Settlement memory settlement = Settlement(dealId, split(45), 0, nonce, uint40(block.timestamp));
        bytes32 typeHash = keccak256(
            "Settlement(bytes32 dealId,uint256[] sellerMinutes,bytes32 ruling,uint256 nonce,uint40 validUntil)"
        );
        bytes32 digest = typedDigest(
            keccak256(
                abi.encode(
                    typeHash,
                    dealId,
                    keccak256(abi.encodePacked(settlement.sellerMinutes)),
                    settlement.ruling,
                    nonce,
                    settlement.validUntil
                )
            )
        );
        vm.prank(terms.buyer);
        escrow.settle(terms, settlement, sign(sellerKey, digest));
    }

    /// @dev Terms over 60 new minutes between two new accounts; those of the buyer are signed by the buyer's key, those
    /// of the seller by the seller's.
    function _termsBetween(uint256 buyerKind, uint256 sellerKind) private returns (Terms memory terms) {
        (buyer, buyerKey) = makeAddrAndKey(
            string.concat("buyer of kind ", vm.toString(buyerKind + KINDS * sellerKind))
        );
        (seller, sellerKey) = makeAddrAndKey(
            string.concat("seller of kind ", vm.toString(buyerKind + KINDS * sellerKind))
        );
        (buyer, seller) = (_accountOf(buyer, buyerKind), _accountOf(seller, sellerKind));
        terms = minutesTerms(60);
    }

    function _accountOf(address key, uint256 kind) private returns (address) {
        if (kind == 1) return address(new ContractWallet(key));
        if (kind == 2) vm.etch(key, abi.encodePacked(hex"ef0100", address(new ContractWallet(stranger))));
        return key;
    }
}
