// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deal, Outcome, Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {TokenId, Unit} from "../../../contracts/libraries/TokenId.sol";
import {TokenMoves} from "./TokenMoves.sol";

/// @notice What is remembered of every deal, and the account that each closing must give: invariants 2, 9, 11 and 15.
abstract contract DealLedger is TokenMoves {
    /// @dev How a deal is to close, by the rules alone.
    struct Closing {
        Outcome outcome;
        address feeTo;
        uint256[] sellerMinutes;
    }

    /// @dev What a refused push left.
    struct Claim {
        bytes32 dealId;
        address owner;
        uint256 id;
    }

    bytes32[] public dealIds;
    Claim[] internal _claims;
    mapping(bytes32 dealId => Terms) internal _terms;
    mapping(bytes32 dealId => uint256[]) internal _standing;
    mapping(bytes32 dealId => Outcome) public closedAs;
    mapping(bytes32 dealId => uint40) public closedAt;
    mapping(bytes32 dealId => bool) internal _wasDelivered;
    /// @notice What the panel holds for its voters.
    mapping(uint256 id => uint256) public inPanel;

    function dealCount() external view returns (uint256) {
        return dealIds.length;
    }

    function termsOf(bytes32 dealId) external view returns (Terms memory) {
        return _terms[dealId];
    }

    /// @dev The first deal from `which` on that is not closed; zero where there is none.
    function _liveDeal(uint256 which) internal view returns (bytes32) {
        for (uint256 i = 0; i < dealIds.length; ++i) {
            bytes32 dealId = dealIds[addmod(which, i, dealIds.length)];
            if (closedAt[dealId] == 0) return dealId;
        }
        return 0;
    }

    /// @dev Has the call made that closes the deal, and asks of everyone involved whether they have what the rules say:
    /// in their hands or, where they refuse it, as a claim.
    function _close(bytes32 dealId, Closing memory expected, Call memory call) internal {
        Terms memory terms = _terms[dealId];
        if (terms.arbiterFeeBps == 0) expected.feeTo = address(0);
        uint256[4][] memory before = _wealthOfAll(dealId, terms);
        uint256 redeemed = token.issuerRecord(terms.seller).redeemedMinutes;

        _do(call);

        Deal memory deal = escrow.dealOf(dealId);
        assertEq(uint8(deal.status), uint8(Status.Closed), "6: closed");
        assertEq(deal.flags & 7, uint8(expected.outcome), "6: as the rules say");
        (closedAs[dealId], closedAt[dealId]) = (expected.outcome, deal.since);
        uint256 comesHome = _checkShares(dealId, terms, expected, before);
        assertEq(
            token.issuerRecord(terms.seller).redeemedMinutes,
            redeemed + comesHome,
            "15: redeemed is the seller's share of their own"
        );
        _book(dealId, terms, expected);
    }

    /// @return comesHome Minutes of the seller's own promises that the seller was paid with.
    function _checkShares(
        bytes32 dealId,
        Terms memory terms,
        Closing memory expected,
        uint256[4][] memory before
    ) private view returns (uint256 comesHome) {
        uint256[4][] memory afterwards = _wealthOfAll(dealId, terms);
        uint256[4][] memory gains = new uint256[4][](terms.ids.length);
        for (uint256 i = 0; i < terms.ids.length; ++i) {
            (uint256[4] memory shares, uint256 home) = _sharesOf(terms, expected, i);
            comesHome += home;
            // Ids of one issuer and expiry are told apart by nobody once they are split.
            for (uint256 j = 0; j < terms.ids.length; ++j) {
                if (!_sameFamily(terms.ids[i], terms.ids[j])) continue;
                for (uint256 role = 0; role < 4; ++role) gains[j][role] += shares[role];
            }
        }
        for (uint256 i = 0; i < terms.ids.length; ++i) {
            assertEq(afterwards[i][0], before[i][0] + gains[i][0], "2: the buyer's minutes");
            assertEq(afterwards[i][1], before[i][1] + gains[i][1], "2: the seller's minutes");
            assertEq(afterwards[i][2], before[i][2] + gains[i][2], "11: the arbiter's minutes");
            assertEq(afterwards[i][3], before[i][3] + gains[i][3], "11: the appeal arbiter's minutes");
        }
    }

    /// @return shares Minutes of the id at `index` for buyer, seller, arbiter and appeal arbiter.
    /// @return home The seller's, where they are the seller's own promises.
    function _sharesOf(
        Terms memory terms,
        Closing memory expected,
        uint256 index
    ) private view returns (uint256[4] memory shares, uint256 home) {
        TokenId id = TokenId.wrap(terms.ids[index]);
        if (id.hasLapsed(block.timestamp)) return (shares, 0);
        uint256 deposit = _minutes(terms.ids[index], terms.amounts[index]);
        uint256 fee = expected.feeTo == address(0) ? 0 : (deposit * terms.arbiterFeeBps) / 10_000;
        shares[0] = deposit - fee - expected.sellerMinutes[index];
        shares[1] = expected.sellerMinutes[index];
        shares[expected.feeTo == terms.arbiter ? 2 : 3] = fee;
        if (id.issuer() == terms.seller) (home, shares[1]) = (shares[1], 0);
    }

    /// @dev The ghosts: what the escrow owes now, what came home or lapsed, what the panel holds.
    function _book(bytes32 dealId, Terms memory terms, Closing memory expected) private {
        for (uint256 i = 0; i < terms.ids.length; ++i) {
            TokenId id = TokenId.wrap(terms.ids[i]);
            owed[terms.ids[i]] -= terms.amounts[i];
            _remember(TokenId.unwrap(id.withUnit(Unit.Minute)));
            uint256 deposit = _minutes(terms.ids[i], terms.amounts[i]);
            if (id.hasLapsed(block.timestamp)) promises[id.issuer()].lapsed += deposit;
            else if (id.issuer() == terms.seller) promises[id.issuer()].redeemed += expected.sellerMinutes[i];
            if (expected.feeTo == address(panel) && !id.hasLapsed(block.timestamp))
                _bookFee(id, (deposit * terms.arbiterFeeBps) / 10_000);
        }
        address[4] memory roles = [terms.buyer, terms.seller, terms.arbiter, terms.appealArbiter];
        for (uint256 i = 0; i < terms.ids.length; ++i) {
            for (uint256 role = 0; role < 4; ++role) {
                _bookClaim(dealId, roles[role], terms.ids[i]);
                uint256 minuteId = TokenId.unwrap(TokenId.wrap(terms.ids[i]).withUnit(Unit.Minute));
                _bookClaim(dealId, roles[role], minuteId);
            }
        }
    }

    function _bookFee(TokenId id, uint256 feeMinutes) private {
        inPanel[TokenId.unwrap(id)] += feeMinutes / id.minutesPerToken();
        inPanel[TokenId.unwrap(id.withUnit(Unit.Minute))] += feeMinutes % id.minutesPerToken();
    }

    function _bookClaim(bytes32 dealId, address owner, uint256 id) private {
        uint256 amount = escrow.claimOf(dealId, owner, id);
        if (amount == 0) return;
        for (uint256 i = 0; i < _claims.length; ++i) {
            Claim memory known = _claims[i];
            if (known.dealId == dealId && known.owner == owner && known.id == id) return;
        }
        _claims.push(Claim(dealId, owner, id));
        owed[id] += amount;
    }

    // ─── Wealth ──────────────────────────────────────────────────────────────

    /// @dev Of each id: what buyer, seller, arbiter and appeal arbiter have of its issuer and expiry, in any unit.
    function _wealthOfAll(bytes32 dealId, Terms memory terms) private view returns (uint256[4][] memory wealth) {
        wealth = new uint256[4][](terms.ids.length);
        address[4] memory roles = [terms.buyer, terms.seller, terms.arbiter, terms.appealArbiter];
        for (uint256 i = 0; i < wealth.length; ++i) {
            for (uint256 role = 0; role < 4; ++role) {
                if (roles[role] != address(0)) wealth[i][role] = _wealthOf(dealId, roles[role], terms.ids[i]);
            }
        }
    }

    function _wealthOf(bytes32 dealId, address who, uint256 rawId) private view returns (uint256 minutes_) {
        for (uint8 unit = 0; unit < 3; ++unit) {
            uint256 id = TokenId.unwrap(TokenId.wrap(rawId).withUnit(Unit(unit)));
            minutes_ += _minutes(id, balance(who, id) + escrow.claimOf(dealId, who, id));
        }
    }

    function _sameFamily(uint256 a, uint256 b) private pure returns (bool) {
        return
            TokenId.wrap(a).issuer() == TokenId.wrap(b).issuer() &&
            TokenId.wrap(a).expiry() == TokenId.wrap(b).expiry();
    }

    // ─── Claims ──────────────────────────────────────────────────────────────

    /// @dev One claim is paid, sent elsewhere by its owner, or burned once it lapsed; and never twice.
    function settleClaim(uint256 which, uint8 choice, uint256 to, uint256 way) external {
        if (_claims.length == 0) return;
        Claim memory claim = _claims[which % _claims.length];
        uint256 amount = escrow.claimOf(claim.dealId, claim.owner, claim.id);
        _beKind();
        if (TokenId.wrap(claim.id).hasLapsed(block.timestamp)) {
            _act(
                stranger,
                address(escrow),
                abi.encodeCall(escrow.lapseClaim, (claim.dealId, claim.owner, claim.id)),
                way
            );
            promises[TokenId.wrap(claim.id).issuer()].lapsed += _minutes(claim.id, amount);
        } else if (choice % 2 == 0) {
            _act(
                stranger,
                address(escrow),
                abi.encodeCall(escrow.payClaim, (claim.dealId, claim.owner, claim.id)),
                way
            );
        } else {
            address elsewhere = _member(to);
            _act(
                claim.owner,
                address(escrow),
                abi.encodeCall(escrow.redirectClaim, (claim.dealId, claim.id, elsewhere)),
                way
            );
        }
        owed[claim.id] -= amount;
        assertEq(escrow.claimOf(claim.dealId, claim.owner, claim.id), 0, "a claim is paid once");
        _claims[which % _claims.length] = _claims[_claims.length - 1];
        _claims.pop();
    }

    /// @dev Everything one voter of the panel is due for one deal, to the treasury.
    function withdrawFees(uint256 which, uint256 whose, uint256 way) external {
        if (dealIds.length == 0) return;
        bytes32 dealId = dealIds[which % dealIds.length];
        address voter = jury[whose % jury.length];
        uint256[] memory one = new uint256[](1);
        uint256[] storage paid = _terms[dealId].ids;
        for (uint256 i = 0; i < 2 * paid.length; ++i) {
            TokenId id = TokenId.wrap(paid[i / 2]);
            one[0] = TokenId.unwrap(i % 2 == 0 ? id : id.withUnit(Unit.Minute));
            uint256 due = panel.dueTo(dealId, voter, one[0]);
            if (due == 0 || id.hasLapsed(block.timestamp)) continue;
            uint256 before = balance(treasury, one[0]);
            bytes memory call = abi.encodeCall(panel.withdraw, (dealId, one, treasury));
            _act(voter, address(panel), call, way);
            assertEq(balance(treasury, one[0]), before + due, "11: a voter takes what is due");
            inPanel[one[0]] -= due;
            _mustFail(voter, address(panel), call, "11: a fee is withdrawn twice");
        }
    }
}
