// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";
import {World} from "./World.sol";

/// @notice What members do with tokens; and invariants 4 and 5, asked at every move.
abstract contract TokenMoves is World {
    bytes32 private constant RENEWAL = keccak256(
        "Renewal(address holder,uint256 id,uint256 amount,uint40 newExpiry,uint256 nonce,uint40 validUntil)"
    );

    /// @dev 5: whatever happens, nobody but `issuer` has more outstanding than before, and nobody more than their line
    /// after they promised.
    modifier onlyRaising(address issuer) {
        uint256[] memory before = _outstandings();
        _;
        _checkOutstandings(before, issuer);
    }

    function promiseSome(
        uint256 who,
        uint256 to,
        uint256 amount,
        uint256 life,
        uint256 way
    ) external onlyRaising(_member(who)) {
        _promise(_member(who), _member(to), amount, life, way);
    }

    function _promise(address issuer, address to, uint256 amount, uint256 life, uint256 way) private {
        (Unit unit, uint40 expiry) = (Unit(life % 3), _expiry(life / 3));
        uint256 room = _room(issuer, unit);
        if (room == 0) return;
        // Seldom all of it, so that something is left to promise later.
        amount = bound(amount, 1, amount % 8 == 0 ? room : room / 8 + 1);
        if (amount > room) amount = room;
        _beKind();
        _act(issuer, address(token), abi.encodeCall(token.mint, (to, unit, expiry, amount, "")), way);
        _noteMint(idOf(issuer, unit, expiry), amount);
    }

    function give(
        uint256 from,
        uint256 to,
        uint256 which,
        uint256 amount,
        uint256 way
    ) external onlyRaising(address(0)) {
        (address holder, uint256 id, uint256 held) = _held(from, which);
        if (held == 0) return;
        _beKind();
        bytes memory call = abi.encodeCall(
            token.safeTransferFrom,
            (holder, _member(to), id, bound(amount, 0, held), "")
        );
        if (!TokenId.wrap(id).hasLapsed(block.timestamp)) return _act(holder, address(token), call, way);
        _mustFail(holder, address(token), call, "4: a lapsed id moves");
    }

    function convertSome(
        uint256 who,
        uint256 which,
        uint8 unitIndex,
        uint256 amount,
        uint256 way
    ) external onlyRaising(address(0)) {
        (address holder, uint256 id, uint256 held) = _held(who, which);
        (TokenId from, Unit unit) = (TokenId.wrap(id), Unit(unitIndex % 3));
        if (held == 0 || from.unit() == unit) return;
        amount = bound(amount, 1, held);
        bytes memory call = abi.encodeCall(token.convert, (from, unit, amount));
        if (from.hasLapsed(block.timestamp)) return _mustFail(holder, address(token), call, "4: a lapsed id converts");
        if (_minutes(id, amount) % TokenIdLib.minutesPer(unit) != 0)
            return _mustFail(holder, address(token), call, "14: a conversion rounds");
        _act(holder, address(token), call, way);
        _remember(TokenId.unwrap(from.withUnit(unit)));
    }

    /// @dev A lapsed promise by its issuer alone, a running one with the holder's signature.
    function renewSome(
        uint256 who,
        uint256 which,
        uint256 amount,
        uint256 life,
        uint256 way
    ) external onlyRaising(address(0)) {
        (address holder, uint256 rawId, uint256 held) = _held(who, which);
        TokenId id = TokenId.wrap(rawId);
        if (held == 0 || id.expiry() == 0) return;
        ITimeToken.Renewal memory renewal;
        (renewal.holder, renewal.id, renewal.amount) = (holder, id, bound(amount, 1, held));
        renewal.newExpiry = _expiry(life);
        if (renewal.newExpiry != 0 && renewal.newExpiry <= id.expiry()) renewal.newExpiry = 0;
        (renewal.nonce, renewal.validUntil) = (_newNonce(), uint40(block.timestamp));
        bool running = !id.hasLapsed(block.timestamp) && holder != id.issuer();
        bytes memory signature = running && _keys[holder] != 0 ? _signAs(holder, _renewalDigest(renewal)) : bytes("");

        bytes memory call = abi.encodeCall(token.renew, (renewal, signature));
        if (running && _keys[holder] == 0)
            return _mustFail(id.issuer(), address(token), call, "10: renewed without consent");
        _act(id.issuer(), address(token), call, way);
        _remember(TokenId.unwrap(id.withExpiry(renewal.newExpiry)));
        if (running) _mustFail(id.issuer(), address(token), call, "10: a renewal's signature is used twice");
    }

    function burnSome(uint256 who, uint256 which, uint256 amount, uint256 way) external onlyRaising(address(0)) {
        (address holder, uint256 rawId, uint256 held) = _held(who, which);
        if (held == 0) return;
        amount = bound(amount, 1, held);
        TokenId id = TokenId.wrap(rawId);
        _act(holder, address(token), abi.encodeCall(token.burn, (id, amount)), way);
        uint256 minutes_ = _minutes(rawId, amount);
        if (id.hasLapsed(block.timestamp)) promises[id.issuer()].lapsed += minutes_;
        else if (id.issuer() == holder) promises[id.issuer()].withdrawn += minutes_;
        else promises[id.issuer()].forgiven += minutes_;
    }

    function sweepOne(uint256 who, uint256 which, uint256 way) external onlyRaising(address(0)) {
        (address holder, uint256 rawId, uint256 held) = _held(who, which);
        if (held == 0) return;
        TokenId id = TokenId.wrap(rawId);
        TokenId[] memory list = new TokenId[](1);
        list[0] = id;
        bytes memory call = abi.encodeCall(token.sweep, (holder, list));
        if (!id.hasLapsed(block.timestamp)) return _mustFail(stranger, address(token), call, "a running id is swept");
        _act(stranger, address(token), call, way);
        promises[id.issuer()].lapsed += _minutes(rawId, held);
    }

    function _outstandings() private view returns (uint256[] memory minutes_) {
        minutes_ = new uint256[](members.length);
        for (uint256 i = 0; i < minutes_.length; ++i) {
            minutes_[i] = token.issuerRecord(members[i]).outstandingMinutes;
        }
    }

    function _checkOutstandings(uint256[] memory before, address issuer) private view {
        uint256[] memory now_ = _outstandings();
        for (uint256 i = 0; i < before.length; ++i) {
            if (members[i] == issuer) assertLe(now_[i], token.creditLine(issuer), "5: within the line");
            else assertLe(now_[i], before[i], "5: only the issuer raises");
        }
    }

    function _noteMint(uint256 id, uint256 amount) internal {
        _remember(id);
        promises[TokenId.wrap(id).issuer()].minted += _minutes(id, amount);
    }

    function _renewalDigest(ITimeToken.Renewal memory renewal) private view returns (bytes32) {
        bytes32 structHash = keccak256(abi.encode(RENEWAL, renewal));
        return keccak256(abi.encodePacked(hex"1901", domainSeparator(address(token)), structHash));
    }
}
