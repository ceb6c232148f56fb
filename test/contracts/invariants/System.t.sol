// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {Deal, Status} from "../../../contracts/interfaces/DealTypes.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId} from "../../../contracts/libraries/TokenId.sol";
import {SystemHandler} from "./SystemHandler.sol";

/// @notice What holds whatever anyone does (the numbers are those of the list in docs/invariants.md).
contract SystemInvariantTest is Test {
    SystemHandler private handler;
    ITimeToken private token;
    ITimeEscrow private escrow;

    function setUp() external {
        handler = new SystemHandler();
        (token, escrow) = handler.system();
        // What is named more often happens more often.
        bytes4[14] memory chances = [
            handler.promiseSome.selector,
            handler.promiseSome.selector,
            handler.give.selector,
            handler.convertSome.selector,
            handler.burnSome.selector,
            handler.sweepOne.selector,
            handler.openDeal.selector,
            handler.openDeal.selector,
            handler.openDeal.selector,
            handler.step.selector,
            handler.step.selector,
            handler.step.selector,
            handler.step.selector,
            handler.wait.selector
        ];
        bytes4[] memory selectors = new bytes4[](chances.length);
        for (uint256 i = 0; i < chances.length; ++i) selectors[i] = chances[i];
        targetSelector(FuzzSelector({addr: address(handler), selectors: selectors}));
        targetContract(address(handler));
    }

    /// 1: the escrow holds what it owes, of every id.
    function invariant_EscrowHoldsWhatItOwes() external view {
        for (uint256 i = 0; i < handler.idCount(); ++i) {
            uint256 id = handler.ids(i);
            assertEq(token.balanceOf(address(escrow), id), handler.owed(id));
        }
    }

    /// 3: of every id, all balances together are what was minted less what was burned.
    function invariant_SupplyIsWhatIsHeld() external view {
        for (uint256 i = 0; i < handler.idCount(); ++i) {
            uint256 id = handler.ids(i);
            assertEq(token.totalSupply(TokenId.wrap(id)), handler.heldByAll(id));
        }
    }

    /// 3 and 14: an issuer's outstanding minutes are the minutes of all their tokens; nothing is made or lost by
    /// conversions and splits.
    function invariant_OutstandingIsTheSupplyInMinutes() external view {
        for (uint256 m = 0; m < handler.memberCount(); ++m) {
            address issuer = handler.members(m);
            uint256 sum;
            for (uint256 i = 0; i < handler.idCount(); ++i) {
                TokenId id = TokenId.wrap(handler.ids(i));
                if (id.issuer() == issuer) sum += token.totalSupply(id) * id.minutesPerToken();
            }
            assertEq(token.issuerRecord(issuer).outstandingMinutes, sum);
        }
    }

    /// 5: nobody has more outstanding than their line.
    function invariant_OutstandingIsWithinTheLine() external view {
        for (uint256 m = 0; m < handler.memberCount(); ++m) {
            address issuer = handler.members(m);
            ITimeToken.IssuerRecord memory record = token.issuerRecord(issuer);
            assertLe(record.outstandingMinutes, token.creditLine(issuer));
        }
    }

    /// 6: closed is final.
    function invariant_ClosedIsFinal() external view {
        for (uint256 i = 0; i < handler.dealCount(); ++i) {
            bytes32 dealId = handler.dealIds(i);
            uint40 closedAt = handler.closedAt(dealId);
            if (closedAt == 0) continue;
            Deal memory deal = escrow.dealOf(dealId);
            assertEq(uint8(deal.status), uint8(Status.Closed));
            assertEq(deal.since, closedAt);
        }
    }
}
