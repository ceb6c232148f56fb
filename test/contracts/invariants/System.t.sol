// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {Deal, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IRatingBook} from "../../../contracts/interfaces/IRatingBook.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId} from "../../../contracts/libraries/TokenId.sol";
import {SystemHandler} from "./SystemHandler.sol";

/// @notice What holds whatever anyone does. The numbers, here and in the handler's assertions, are those of the list in
/// docs/invariants.md: what concerns one move is asked by the handler at that move, what concerns all is asked here
/// after each. One campaign asks everything, since what costs time are the moves.
contract SystemInvariantTest is Test {
    SystemHandler private handler;
    ITimeToken private token;
    ITimeEscrow private escrow;
    IRatingBook private book;
    address private panel;
    bytes4[] private selectors;

    function setUp() external {
        handler = new SystemHandler();
        (token, escrow, book, panel) = handler.system();
        // What is named more often happens more often.
        (bytes4[16] memory once, bytes4[5] memory often) = (
            [
                handler.give.selector,
                handler.convertSome.selector,
                handler.renewSome.selector,
                handler.burnSome.selector,
                handler.sweepOne.selector,
                handler.settleRing.selector,
                handler.everyoneFallsSilent.selector,
                handler.settleClaim.selector,
                handler.withdrawFees.selector,
                handler.rate.selector,
                handler.replyTo.selector,
                handler.tryForbidden.selector,
                handler.openByAForeignSignature.selector,
                handler.openVoided.selector,
                handler.repeatTheLastRequest.selector,
                handler.wait.selector
            ],
            [
                handler.promiseSome.selector,
                handler.fillOrder.selector,
                handler.openDeal.selector,
                handler.waitForADeadline.selector,
                handler.step.selector
            ]
        );
        uint8[5] memory chances = [3, 2, 3, 2, 18];
        for (uint256 i = 0; i < once.length; ++i) selectors.push(once[i]);
        for (uint256 i = 0; i < often.length; ++i) for (uint256 j = 0; j < chances[i]; ++j) selectors.push(often[i]);
        targetSelector(FuzzSelector({addr: address(handler), selectors: selectors}));
        targetContract(address(handler));
    }

    function invariant_WhatAlwaysHolds() external view {
        for (uint256 i = 0; i < handler.idCount(); ++i) {
            uint256 id = handler.ids(i);
            assertEq(token.balanceOf(address(escrow), id), handler.owed(id), "1: the escrow holds what it owes");
            assertEq(token.balanceOf(panel, id), handler.inPanel(id), "1: the panel holds what it owes");
            assertEq(token.totalSupply(TokenId.wrap(id)), handler.heldByAll(id), "3: the supply is what is held");
        }
        for (uint256 m = 0; m < handler.memberCount(); ++m) _promisesAddUp(handler.members(m));
        for (uint256 i = 0; i < handler.dealCount(); ++i) _dealIsAsRemembered(handler.dealIds(i));
    }

    /// 3 and 14: what was promised is held, came home, was given up or lapsed; conversions, renewals, splits and swaps make
    /// and lose nothing. 15: and redeemed is what came home.
    function _promisesAddUp(address issuer) private view {
        uint256 held;
        for (uint256 i = 0; i < handler.idCount(); ++i) {
            TokenId id = TokenId.wrap(handler.ids(i));
            if (id.issuer() == issuer) held += token.totalSupply(id) * id.minutesPerToken();
        }
        ITimeToken.IssuerRecord memory record = token.issuerRecord(issuer);
        (uint256 minted, uint256 redeemed, uint256 forgiven, uint256 withdrawn, uint256 lapsed) = handler.promises(
            issuer
        );
        assertEq(minted, held + redeemed + forgiven + withdrawn + lapsed, "3: the promise equation");
        assertEq(record.outstandingMinutes, held, "3: outstanding is what is held");
        assertEq(record.redeemedMinutes, redeemed, "15: redeemed is what came home");
    }

    /// 6: closed is final. 13: a rating counts once it was taken, and no other does.
    function _dealIsAsRemembered(bytes32 dealId) private view {
        Terms memory terms = handler.termsOf(dealId);
        (bool byBuyer, bool bySeller, , ) = book.ratedBy(dealId);
        assertEq(byBuyer, handler.rated(dealId, terms.buyer), "13: ratings counted are ratings taken");
        assertEq(bySeller, handler.rated(dealId, terms.seller), "13: ratings counted are ratings taken");
        uint40 closedAt = handler.closedAt(dealId);
        Deal memory deal = escrow.dealOf(dealId);
        assertEq(deal.status == Status.Closed, closedAt != 0, "6: nothing closes unseen or opens again");
        if (closedAt == 0) return;
        assertEq(deal.since, closedAt, "6: closed is final");
        assertEq(deal.flags & 7, uint8(handler.closedAs(dealId)), "6: closed is final");
    }
}
